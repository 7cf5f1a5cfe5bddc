"""One line of the trail: who changed what, from what, to what, when and why."""

from django.db import models


class AuditEvent(models.Model):
    """Text only, no foreign keys: a line outlives what it describes.

    The database itself refuses to change or delete a line (see the migrations).
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.CharField(max_length=150, help_text="Username.")
    action = models.CharField(max_length=60, db_index=True, help_text="For example scenario.saved.")
    target_kind = models.CharField(max_length=40)
    target_id = models.CharField(max_length=60)
    target_name = models.CharField(max_length=200)
    scope = models.CharField(max_length=20, default="everywhere", db_index=True)
    before = models.JSONField(default=dict, help_text="The fields that changed, as they were.")
    after = models.JSONField(default=dict, help_text="The same fields, as they are now.")
    reason = models.TextField(blank=True, default="")

    class Meta:
        """Newest first; one record's trail is one look into the index."""

        ordering = ("-at", "-id")
        indexes = (models.Index(fields=["target_kind", "target_id"], name="audit_by_target"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.target_name}"
