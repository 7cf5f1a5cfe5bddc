"""A role given to a user, somewhere."""

from django.db import models
from django.db.models import Q

from comity_web.access.models.user import User
from comity_web.access.roles import ROLES
from comity_web.access.scope import Scope


class Membership(models.Model):
    """One grant: this user has this role within this scope."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(r.name, r.title) for r in ROLES.values()])
    scope_kind = models.CharField(
        max_length=10,
        choices=[(kind, kind) for kind in ("everywhere", "command", "partner")],
        default="everywhere",
    )
    scope_code = models.CharField(max_length=20, blank=True, default="")
    granted_at = models.DateTimeField(auto_now_add=True)
    granted_by = models.CharField(max_length=150)

    class Meta:
        """Rules that the database holds."""

        ordering = ("user__username", "role", "scope_code")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "role", "scope_kind", "scope_code"], name="membership_once"
            ),
            models.CheckConstraint(
                condition=Q(scope_kind="everywhere", scope_code="")
                | (Q(scope_kind__in=["command", "partner"]) & ~Q(scope_code="")),
                name="membership_scope_is_whole",
            ),
            models.CheckConstraint(condition=Q(role__in=list(ROLES)), name="membership_role_known"),
        )

    def __str__(self) -> str:
        return f"{self.user.username}: {self.role}, {self.scope}"

    @property
    def scope(self) -> Scope:
        """Where the grant holds."""
        return Scope(self.scope_kind, self.scope_code)
