"""Find lines of the trail: by whom, what kind, about what, where, when."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from comity_web.access.models import AuditEvent, User
from comity_web.access.queries import events_for
from comity_web.access.telling import changes, sentence

#: What a line has when it is handed on.
COLUMNS = (
    *("at", "actor", "action", "sentence", "target_kind", "target_id", "target_name"),
    *("scope", "before", "after", "reason"),
)


class TrailForm(forms.Form):
    """What to look for; everything is optional."""

    actor = forms.CharField(required=False, label="Who", max_length=150)
    kind = forms.ChoiceField(required=False, label="What kind")
    target = forms.CharField(required=False, label="About", max_length=200)
    scope = forms.CharField(required=False, label="Where", max_length=20)
    since = forms.DateField(
        required=False, label="From", widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        required=False, label="To", widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(kind, kind.replace(".", ": ").replace("_", " ")) for kind in kinds]
        self.fields["kind"].choices = [("", "any"), *named]  # type: ignore[attr-defined]


def kinds_for(user: User) -> list[str]:
    """Return the kinds of line that somebody may see, in the order of the alphabet."""
    return list(events_for(user).order_by("action").values_list("action", flat=True).distinct())


def matching(user: User, asked: dict[str, Any]) -> QuerySet[AuditEvent]:
    """Return what somebody asked for, of what they may see, newest first.

    Parameters
    ----------
    user
        Who asks.
    asked
        Cleaned data of :class:`TrailForm`; what is missing or empty asks for everything.
    """
    found = events_for(user)
    if asked.get("actor"):
        found = found.filter(actor__iexact=asked["actor"])
    if asked.get("kind"):
        found = found.filter(action=asked["kind"])
    if asked.get("target"):
        found = found.filter(
            Q(target_name__icontains=asked["target"]) | Q(target_id=asked["target"])
        )
    if asked.get("scope"):
        found = found.filter(scope__iexact=asked["scope"])
    if asked.get("since"):
        found = found.filter(at__gte=_midnight(asked["since"]))
    if asked.get("until"):
        found = found.filter(at__lt=_midnight(asked["until"] + timedelta(days=1)))
    return found


def told(events: QuerySet[AuditEvent]) -> Iterator[dict[str, Any]]:
    """Yield lines as they are handed on in CSV and JSON."""
    for event in events.iterator(chunk_size=500):
        yield {
            "at": event.at.isoformat(),
            "actor": event.actor,
            "action": event.action,
            "sentence": sentence(event),
            "target_kind": event.target_kind,
            "target_id": event.target_id,
            "target_name": event.target_name,
            "scope": event.scope,
            "before": event.before,
            "after": event.after,
            "reason": event.reason,
        }


def shown(events: list[AuditEvent]) -> list[dict[str, Any]]:
    """Return lines as a page shows them."""
    return [{"event": e, "sentence": sentence(e), "changes": changes(e)} for e in events]


def _midnight(day: Any) -> datetime:
    return make_aware(datetime(day.year, day.month, day.day))
