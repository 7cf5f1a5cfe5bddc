"""A table that somebody brought for studies of their own; the file lies in the installation's home."""

from pathlib import Path

from django.db import models
from django.db.models import Q

from comity_web.access.scope import Scope
from comity_web.site import environment


class Dataset(models.Model):
    """An uploaded CSV file: seen within its scope only, and gone when it is deleted."""

    name = models.CharField(max_length=120, help_text="As the file was called.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    size = models.PositiveIntegerField(help_text="Bytes.")
    rows = models.PositiveIntegerField()
    columns = models.JSONField(help_text="Names, in the order of the file.")
    scope_text = models.CharField(max_length=20, default="everywhere")
    uploaded_by = models.CharField(max_length=150)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Rules that the database holds."""

        ordering = ("-uploaded_at", "-id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="dataset_has_name"),
            models.CheckConstraint(condition=Q(rows__gt=0), name="dataset_has_rows"),
            models.CheckConstraint(condition=~Q(columns=[]), name="dataset_has_columns"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="dataset_digest_shape"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        """Whose it is."""
        return Scope.parse(self.scope_text)

    @property
    def published(self) -> bool:
        """Never: it is read within its scope only."""
        return False

    @property
    def path(self) -> Path:
        """Where the file lies."""
        folder = environment.home() / "datasets"
        folder.mkdir(exist_ok=True, mode=0o700)
        return folder / f"{self.pk}.csv"
