"""A priority as it stood after one save."""

from django.db import models

from comity_web.assess.models.priority import Priority


class PriorityVersion(models.Model):
    """Written once; the database refuses to change or delete it (see the migrations)."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    value = models.FloatField(null=True)
    reason = models.TextField()
    set_by = models.CharField(max_length=150)
    set_at = models.DateTimeField()

    class Meta:
        """One row for each save, newest first."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["priority", "number"], name="priority_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.priority}, version {self.number}"
