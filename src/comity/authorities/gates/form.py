"""What a gate asks for, as the fields of a form: name, kind, choices and what each fact means."""

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args, get_type_hints

from comity.authorities.gates import child_soldiers, coup, leahy
from comity.authorities.gates.registry import GATES, Gate

CHOICES = {
    ("leahy", "law"): leahy.LAWS,
    ("leahy", "vetting"): leahy.RESULTS,
    ("child-soldiers", "assistance"): (*child_soldiers.BARRED, *child_soldiers.UNCLEAR, "other"),
    ("child-soldiers", "waiver"): child_soldiers.WAIVERS,
    ("coup", "assistance"): (*coup.FOREIGN, *coup.THROUGH, *coup.OTHER),
}
DESCRIBED = re.compile(r"^    (\w[\w, ]*)\n((?:        .+\n?)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact that a gate asks for.

    Parameters
    ----------
    name
        As ``facts.build_facts`` takes it.
    kind
        ``yes or no``, ``day``, ``number``, ``numbers``, ``choice`` or ``text``.
    choices
        For a choice: what may be chosen.
    help
        What it means, in a sentence.
    """

    name: str
    kind: str
    choices: tuple[str, ...]
    help: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "choices": list(self.choices),
            "help": self.help,
        }


def form(gate: Gate) -> tuple[FactField, ...]:
    """Return the fields of a gate's form in their order; every one may be left open."""
    hints = get_type_hints(gate.facts)
    told = _told(gate.facts.__doc__ or "")
    return tuple(
        FactField(
            field.name,
            "choice" if (gate.name, field.name) in CHOICES else _kind(hints[field.name]),
            CHOICES.get((gate.name, field.name), ()),
            told.get(field.name, ""),
        )
        for field in fields(gate.facts)
    )


def forms() -> list[dict[str, Any]]:
    """Return every gate with its fields, ready for JSON."""
    return [
        {"name": gate.name, "title": gate.title, "facts": [f.to_dict() for f in form(gate)]}
        for gate in GATES.values()
    ]


def _kind(hint: Any) -> str:
    if getattr(hint, "__origin__", None) is tuple:
        return "numbers"
    kinds = get_args(hint) or (hint,)
    for kind, word in ((bool, "yes or no"), (date, "day"), (int, "number")):
        if kind in kinds:
            return word
    return "text"


def _told(documentation: str) -> dict[str, str]:
    """Read what the facts mean from the documentation of their class: several may share a text."""
    found = {}
    for names, text in DESCRIBED.findall(documentation):
        for name in names.split(", "):
            found[name] = " ".join(text.split())
    return found
