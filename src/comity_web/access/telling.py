"""Turn a line of the trail into a sentence.

Each application tells its own kinds in ``sentences.py``, found by name: ``SENTENCES`` has a
template for each action, with ``{actor}``, ``{target}``, ``{scope}``, ``{before[field]}`` and
``{after[field]}``. A kind that has none reads ``petra saved scenario Baltic``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from comity_web.access.models import AuditEvent


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed.

    Parameters
    ----------
    field
        As people read it.
    before, after
        What it was and what it is; a dash for nothing.
    """

    field: str
    before: str
    after: str


class _Fields(dict[str, Any]):
    """Fields of a line; one that an older line lacks is a dash, not an error."""

    def __missing__(self, key: str) -> str:
        return "–"


@cache
def sentences() -> Mapping[str, str]:
    """Collect the templates of all applications."""
    found: dict[str, str] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.sentences"
        if config.name.startswith("comity_web.") and find_spec(name):
            found |= import_module(name).SENTENCES
    return found


def sentence(event: AuditEvent) -> str:
    """Say in one sentence who did what."""
    template = sentences().get(event.action)
    if template is None:
        kind, _, done = event.action.rpartition(".")
        kind = kind.replace("_", " ")
        return f"{event.actor} {done.replace('_', ' ')} {kind} {event.target_name}".strip()
    return template.format_map(
        {
            "actor": event.actor,
            "target": event.target_name,
            "scope": event.scope,
            "before": _Fields({k: _text(v) for k, v in event.before.items()}),
            "after": _Fields({k: _text(v) for k, v in event.after.items()}),
        }
    )


def changes(event: AuditEvent) -> list[Change]:
    """Return the fields that changed, from what and to what."""
    names = {**event.before, **event.after}
    return [
        Change(name.replace("_", " "), _text(event.before.get(name)), _text(event.after.get(name)))
        for name in names
    ]


def _text(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_text(part) for part in value) or "–"
    return str(value)
