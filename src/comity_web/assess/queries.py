"""What is read about scenarios, priorities and own figures."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from comity_web.access.models import AuditEvent, User
from comity_web.access.queries import events_for
from comity_web.assess.models import Scenario
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
