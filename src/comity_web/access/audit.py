"""Write the trail. Called by actions, inside their transaction."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model

from comity.terms.errors import ComityError
from comity_web.access.models import AuditEvent
from comity_web.access.scope import EVERYWHERE, Scope

if TYPE_CHECKING:
    from comity_web.access.models import User


class NoTransaction(ComityError):
    """A programming error: a change and its trail must stand or fall together."""


def write_event(
    action: str,
    target: Model,
    *,
    by: "User | str",
    scope: Scope = EVERYWHERE,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> AuditEvent:
    """Add one line to the trail.

    Parameters
    ----------
    action
        Kind of thing and what was done with it: ``"scenario.saved"``.
    target
        What it was done to; only its kind, key and name are kept.
    by
        Who did it; a text for the system itself.
    scope
        Whom it concerns: they may read it.
    before, after
        Fields as they were and as they are; those that did not change are left out.
    reason
        Why, in the words of who did it.

    Raises
    ------
    NoTransaction
        If there is no transaction around it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(f"{action}: write the trail inside transaction.atomic().")
    was, now = dict(before or {}), dict(after or {})
    changed = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    return AuditEvent.objects.create(
        actor=by if isinstance(by, str) else by.get_username(),
        action=action,
        target_kind=target._meta.model_name or "",  # noqa: SLF001 (Django's documented door)
        target_id=str(target.pk or ""),
        target_name=str(getattr(target, "trail_name", target))[:200],
        scope=str(scope),
        before=_plain({name: was[name] for name in changed if name in was}),
        after=_plain({name: now[name] for name in changed if name in now}),
        reason=reason,
    )


def _plain(values: dict[str, Any]) -> Any:
    import json

    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))
