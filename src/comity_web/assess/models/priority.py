"""How much a partner matters to somebody who may say so."""

from django.db import models
from django.db.models import F, Q

from comity_web.access.scope import COMMANDS, Scope
from comity_web.access.versioned import Versioned

#: The scale on which the illustrative priority stands too, so that both can be mixed.
LEAST, MOST = 0.0, 100.0


class Priority(Versioned):
    """One partner's priority as its holder sees it: the whole site, a command, or a country team.

    An empty value means that the holder has taken its own figure back.
    """

    scope_kind = models.CharField(
        max_length=10, choices=[(k, k) for k in ("everywhere", "command", "partner")]
    )
    scope_code = models.CharField(max_length=20, blank=True, default="")
    partner = models.CharField(max_length=20)
    value = models.FloatField(null=True, blank=True)
    reason = models.TextField()
    set_by = models.CharField(max_length=150)
    set_at = models.DateTimeField()

    audited = ("value", "reason")

    class Meta:
        """Rules that the database holds."""

        verbose_name_plural = "priorities"
        ordering = ("partner", "scope_kind", "scope_code")
        constraints = (
            models.UniqueConstraint(
                fields=["scope_kind", "scope_code", "partner"], name="priority_once"
            ),
            models.CheckConstraint(
                condition=Q(scope_kind="everywhere", scope_code="")
                | Q(scope_kind="command", scope_code__in=COMMANDS)
                | Q(scope_kind="partner", scope_code=F("partner")),
                name="priority_scope_is_whole",
            ),
            models.CheckConstraint(condition=~Q(partner=""), name="priority_has_partner"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=LEAST, value__lte=MOST),
                name="priority_on_scale",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="priority_has_reason"),
        )

    def __str__(self) -> str:
        return f"Priority of {self.partner} for {self.scope.title}"

    @property
    def scope(self) -> Scope:
        """Whose priority it is."""
        return Scope(self.scope_kind, self.scope_code)

    @property
    def published(self) -> bool:
        """A priority counts from when it is set, and all who may read see it."""
        return True
