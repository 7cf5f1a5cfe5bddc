"""A named model with the question that it answers, prepared by one person and agreed by another."""

from django.db import models
from django.db.models.functions import Lower

from comity_web.access.scope import Scope, for_group
from comity_web.records.status import Reviewed, approval_is_whole

#: What a save can change; every version keeps all of it.
CONTENT = ("name", "note", "recipe", "year", "group", "data_edition")


class Scenario(Reviewed):
    """Its recipe is the whole model as TOML, so that it opens in any installation."""

    name = models.CharField(max_length=120)
    note = models.TextField(
        blank=True, default="", help_text="What it is for, and why these choices."
    )
    recipe = models.TextField(help_text="The model as TOML.")
    year = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=60, blank=True, default="")
    data_edition = models.CharField(max_length=40, help_text="Edition of the data it was saved on.")
    archived = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    audited = ("name", "note", "year", "group", "data_edition", "archived")

    class Meta:
        """Rules that the database holds."""

        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(Lower("name"), name="scenario_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="scenario_has_name"),
            models.CheckConstraint(condition=~models.Q(recipe=""), name="scenario_has_recipe"),
            models.CheckConstraint(
                condition=models.Q(year__gte=1900, year__lte=2200), name="scenario_year_sane"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["draft", "in review", "agreed", "superseded"]),
                name="scenario_status_known",
            ),
            approval_is_whole("scenario_approval_whole"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        """A command's scenario concerns that command; any other concerns all."""
        return for_group(self.group or None)
