"""Funding by partner that a team brought itself, in place of the panel's."""

from django.db import models
from django.db.models import Q

from comity_web.access.scope import Scope


class OwnFigures(models.Model):
    """Written once: a corrected table is uploaded as another, so that old addresses keep meaning."""

    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=80, help_text="Such as US$ a year.")
    note = models.TextField(blank=True, default="")
    figures = models.JSONField(help_text="Amount by partner id.")
    scope_kind = models.CharField(max_length=10)
    scope_code = models.CharField(max_length=20, blank=True, default="")
    uploaded_by = models.CharField(max_length=150)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Rules that the database holds."""

        ordering = ("-uploaded_at", "-id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="own_figures_named"),
            models.CheckConstraint(condition=~Q(unit=""), name="own_figures_unit"),
            models.CheckConstraint(
                condition=Q(scope_kind="everywhere", scope_code="")
                | (Q(scope_kind__in=["command", "partner"]) & ~Q(scope_code="")),
                name="own_figures_scope_whole",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        """Whom the figures concern."""
        return Scope(self.scope_kind, self.scope_code)

    @property
    def published(self) -> bool:
        """A team's own figures are working material: those who may read drafts see them."""
        return False
