"""Tables of scenarios, priorities and own figures."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables with their rules."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="OwnFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("unit", models.CharField(help_text="Such as US$ a year.", max_length=80)),
                ("note", models.TextField(blank=True, default="")),
                ("figures", models.JSONField(help_text="Amount by partner id.")),
                ("scope_kind", models.CharField(max_length=10)),
                ("scope_code", models.CharField(blank=True, default="", max_length=20)),
                ("uploaded_by", models.CharField(max_length=150)),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("-uploaded_at", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="own_figures_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", ""), _negated=True), name="own_figures_unit"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scope_code", ""), ("scope_kind", "everywhere")),
                            models.Q(
                                ("scope_kind__in", ["command", "partner"]),
                                models.Q(("scope_code", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="own_figures_scope_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "scope_kind",
                    models.CharField(
                        choices=[
                            ("everywhere", "everywhere"),
                            ("command", "command"),
                            ("partner", "partner"),
                        ],
                        max_length=10,
                    ),
                ),
                ("scope_code", models.CharField(blank=True, default="", max_length=20)),
                ("partner", models.CharField(max_length=20)),
                ("value", models.FloatField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("set_by", models.CharField(max_length=150)),
                ("set_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "priorities",
                "ordering": ("partner", "scope_kind", "scope_code"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scope_kind", "scope_code", "partner"), name="priority_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scope_code", ""), ("scope_kind", "everywhere")),
                            models.Q(
                                (
                                    "scope_code__in",
                                    (
                                        "AFRICOM",
                                        "CENTCOM",
                                        "EUCOM",
                                        "INDOPACOM",
                                        "NORTHCOM",
                                        "SOUTHCOM",
                                    ),
                                ),
                                ("scope_kind", "command"),
                            ),
                            models.Q(
                                ("scope_code", models.F("partner")), ("scope_kind", "partner")
                            ),
                            _connector="OR",
                        ),
                        name="priority_scope_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("partner", ""), _negated=True),
                        name="priority_has_partner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", True),
                            models.Q(("value__gte", 0.0), ("value__lte", 100.0)),
                            _connector="OR",
                        ),
                        name="priority_on_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="priority_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scenario",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in review", "In review"),
                            ("agreed", "Agreed"),
                            ("superseded", "Superseded"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                ("prepared_by", models.CharField(max_length=150)),
                ("approved_by", models.CharField(blank=True, default="", max_length=150)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "note",
                    models.TextField(
                        blank=True, default="", help_text="What it is for, and why these choices."
                    ),
                ),
                ("recipe", models.TextField(help_text="The model as TOML.")),
                ("year", models.PositiveSmallIntegerField()),
                ("group", models.CharField(blank=True, default="", max_length=60)),
                (
                    "data_edition",
                    models.CharField(
                        help_text="Edition of the data it was saved on.", max_length=40
                    ),
                ),
                ("archived", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="scenario_name_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="scenario_has_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recipe", ""), _negated=True),
                        name="scenario_has_recipe",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1900), ("year__lte", 2200)),
                        name="scenario_year_sane",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["draft", "in review", "agreed", "superseded"])
                        ),
                        name="scenario_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["agreed", "superseded"]),
                                models.Q(("approved_by", ""), _negated=True),
                                ("approved_at__isnull", False),
                                models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                            ),
                            models.Q(("status__in", ["agreed", "superseded"]), _negated=True),
                            _connector="OR",
                        ),
                        name="scenario_approval_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("value", models.FloatField(null=True)),
                ("reason", models.TextField()),
                ("set_by", models.CharField(max_length=150)),
                ("set_at", models.DateTimeField()),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="assess.priority",
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "number"), name="priority_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("note", models.TextField(blank=True, default="")),
                ("recipe", models.TextField()),
                ("digest", models.CharField(help_text="Of the recipe.", max_length=16)),
                ("year", models.PositiveSmallIntegerField()),
                ("group", models.CharField(blank=True, default="", max_length=60)),
                ("data_edition", models.CharField(max_length=40)),
                ("comity_version", models.CharField(max_length=20)),
                ("draws", models.PositiveIntegerField()),
                ("seed", models.BigIntegerField()),
                (
                    "assumed",
                    models.JSONField(
                        default=list, help_text="What was assumed, one sentence each."
                    ),
                ),
                (
                    "rows",
                    models.JSONField(
                        help_text="One mapping for each partner: score, rank, rank interval."
                    ),
                ),
                ("prepared_by", models.CharField(max_length=150)),
                ("agreed_by", models.CharField(max_length=150)),
                ("agreed_at", models.DateTimeField()),
                (
                    "scenario",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_result",
                        to="assess.scenario",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed_by", models.F("prepared_by")), _negated=True),
                        name="agreed_result_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("draws__gt", 0)), name="agreed_result_has_draws"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScenarioVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="The scenario's version after the save."),
                ),
                ("name", models.CharField(max_length=120)),
                ("note", models.TextField(blank=True, default="")),
                ("recipe", models.TextField()),
                ("year", models.PositiveSmallIntegerField()),
                ("group", models.CharField(blank=True, default="", max_length=60)),
                ("data_edition", models.CharField(max_length=40)),
                ("saved_by", models.CharField(max_length=150)),
                ("saved_at", models.DateTimeField(auto_now_add=True)),
                ("reason", models.TextField(blank=True, default="")),
                (
                    "scenario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="assess.scenario",
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scenario", "number"), name="scenario_version_once"
                    )
                ],
            },
        ),
    ]
