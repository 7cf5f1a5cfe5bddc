"""What was agreed: recipe, data and result, so that an old assessment can be shown and made again."""

from django.db import models

from comity_web.assess.models.scenario import Scenario


class AgreedResult(models.Model):
    """Written once, when a scenario is approved; the database refuses to change or delete it."""

    scenario = models.OneToOneField(
        Scenario, on_delete=models.PROTECT, related_name="agreed_result"
    )
    name = models.CharField(max_length=120)
    note = models.TextField(blank=True, default="")
    recipe = models.TextField()
    digest = models.CharField(max_length=16, help_text="Of the recipe.")
    year = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=60, blank=True, default="")
    data_edition = models.CharField(max_length=40)
    comity_version = models.CharField(max_length=20)
    draws = models.PositiveIntegerField()
    seed = models.BigIntegerField()
    assumed = models.JSONField(default=list, help_text="What was assumed, one sentence each.")
    rows = models.JSONField(help_text="One mapping for each partner: score, rank, rank interval.")
    prepared_by = models.CharField(max_length=150)
    agreed_by = models.CharField(max_length=150)
    agreed_at = models.DateTimeField()

    class Meta:
        """Rules that the database holds."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(agreed_by=models.F("prepared_by")),
                name="agreed_result_by_another",
            ),
            models.CheckConstraint(condition=models.Q(draws__gt=0), name="agreed_result_has_draws"),
        )

    def __str__(self) -> str:
        return f"{self.name}, as agreed"
