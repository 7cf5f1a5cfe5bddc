"""A grouping that a team made for itself; it can be chosen wherever Comity's own can."""

from django.db import models
from django.db.models import Q

from comity_web.access.scope import COMMANDS, Scope
from comity_web.access.versioned import Versioned


class OwnGroup(Versioned):
    """Partners that belong together in somebody's work. Put away, not deleted."""

    name = models.CharField(max_length=40, unique=True, help_text="As it stands in addresses.")
    title = models.CharField(max_length=120)
    note = models.TextField(blank=True, default="")
    members = models.JSONField(help_text="Ids of the partners, sorted.")
    scope_kind = models.CharField(
        max_length=10, choices=[(k, k) for k in ("everywhere", "command")], default="everywhere"
    )
    scope_code = models.CharField(max_length=20, blank=True, default="")
    archived = models.BooleanField(default=False)
    created_by = models.CharField(max_length=150)
    created_at = models.DateTimeField(auto_now_add=True)

    audited = ("title", "note", "members", "archived")

    class Meta:
        """Rules that the database holds."""

        ordering = ("title", "name")
        constraints = (
            models.CheckConstraint(
                condition=Q(name__regex=r"^[A-Z][A-Z0-9_]*$"), name="own_group_name_shape"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="own_group_has_title"),
            models.CheckConstraint(condition=~Q(members=[]), name="own_group_has_members"),
            models.CheckConstraint(
                condition=Q(scope_kind="everywhere", scope_code="")
                | Q(scope_kind="command", scope_code__in=COMMANDS),
                name="own_group_scope_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"Group {self.title}"

    @property
    def scope(self) -> Scope:
        """Who may change it: those who may edit assessments everywhere, or for its command."""
        return Scope(self.scope_kind, self.scope_code)

    @property
    def published(self) -> bool:
        """All who may read may choose it."""
        return True
