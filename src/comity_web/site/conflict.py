"""Two people edited one record: what differs, and how to save without losing either."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from comity_web.access.saving import EditConflict

_NEVER = {"csrfmiddlewaretoken", "version"}


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One field that differs.

    Parameters
    ----------
    name, label
        Of the field.
    theirs, yours
        What is saved now, and what you wanted to save.
    """

    name: str
    label: str
    theirs: str
    yours: str


def conflict_rows(error: EditConflict, posted: QueryDict) -> list[ConflictRow]:
    """Return the fields in which the saved record differs from what was posted."""
    rows = []
    for name, value in error.yours.items():
        theirs, yours = getattr(error.theirs, name), value
        if theirs != yours:
            shown = posted.get(name, _text(yours))
            rows.append(ConflictRow(name, name.replace("_", " "), _text(theirs), shown))
    return rows


def kept_fields(error: EditConflict, posted: QueryDict) -> list[tuple[str, str]]:
    """Return everything else that was posted, so that saving again sends the whole form."""
    differing = {row.name for row in conflict_rows(error, posted)}
    return [
        (name, value)
        for name in posted
        if name not in differing | _NEVER
        for value in posted.getlist(name)
    ]


def _text(value: Any) -> str:
    return "" if value is None else str(value)
