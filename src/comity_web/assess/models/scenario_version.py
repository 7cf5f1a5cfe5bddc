"""A scenario as it stood after one save."""

from django.db import models

from comity_web.assess.models.scenario import Scenario


class ScenarioVersion(models.Model):
    """Written once; the database refuses to change or delete it (see the migrations)."""

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(help_text="The scenario's version after the save.")
    name = models.CharField(max_length=120)
    note = models.TextField(blank=True, default="")
    recipe = models.TextField()
    year = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=60, blank=True, default="")
    data_edition = models.CharField(max_length=40)
    saved_by = models.CharField(max_length=150)
    saved_at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        """One row for each save, newest first."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["scenario", "number"], name="scenario_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"
