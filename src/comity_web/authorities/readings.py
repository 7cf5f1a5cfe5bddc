"""How Comity reads a record, and the gates that put its rules to the test."""

from typing import Any

#: Gates that put a record's own rules to the test.
GATES_OF = {
    "T10-333": ("notice-333", "leahy", "construction"),
    "T10-362": ("leahy",),
    "FAA-620M": ("leahy",),
    "T10-383": ("ame-383",),
    "T10-301": ("construction",),
    "CSPA": ("child-soldiers",),
    "S7008": ("coup",),
    "FAA-516": ("excess-articles",),
    "FAA-614": ("country-caps",),
    "FAA-515": ("country-caps",),
    "T10-312": ("country-caps",),
    "T10-347": ("country-caps",),
}

_KINDS = {
    "activities": "Activity",
    "purposes": "Purpose",
    "recipients": "Recipient",
    "aims": "Aim",
}


def readings(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return how Comity reads the record on each word, kind by kind."""
    fit = found["fit"] or {}
    return [
        {"kind": label, "rows": [{"word": word, **said} for word, said in fit[name].items()]}
        for name, label in _KINDS.items()
        if fit.get(name)
    ]
