"""What is read about scenarios, priorities and own figures."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from comity_web.access.models import AuditEvent, User
from comity_web.access.queries import events_for
from comity_web.access.scope import Scope
from comity_web.assess.models import OwnFigures, Priority, Scenario
from comity_web.records.fetching import readable

#: Lines of the trail that a page shows.
TRAIL_LINES = 50


def scenarios_for(user: User | AnonymousUser, *, archived: bool = False) -> list[Scenario]:
    """Return the scenarios that somebody may read: those agreed, and drafts in their scopes."""
    rows = Scenario.objects.filter(archived=archived)
    return [scenario for scenario in rows if readable(user, scenario)]


def trail_of(user: User | AnonymousUser, record: Model) -> list[AuditEvent]:
    """Return the newest lines of a record's trail that somebody may read."""
    if not isinstance(user, User):
        return []
    kind = record._meta.model_name  # noqa: SLF001 (Django's documented door)
    lines: QuerySet[AuditEvent] = events_for(user).filter(
        target_kind=kind, target_id=str(record.pk)
    )
    return list(lines[:TRAIL_LINES])


def priority_of(holder: Scope, partner: str) -> Priority | None:
    """Return what a holder itself has set for a partner, taken back or not."""
    where = {"scope_kind": holder.kind, "scope_code": holder.code, "partner": partner}
    return Priority.objects.filter(**where).first()


def scopes_with_priorities() -> list[Scope]:
    """Return every scope in which somebody has set a priority."""
    pairs = Priority.objects.order_by().values_list("scope_kind", "scope_code").distinct()
    return [Scope(kind, code) for kind, code in pairs]


def figures_for(user: User | AnonymousUser) -> list[OwnFigures]:
    """Return the uploaded figures that somebody may read, newest first."""
    return [kept for kept in OwnFigures.objects.all() if readable(user, kept)]
