"""Where a grant holds: everywhere, for one combatant command, or for one partner."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from comity.terms.errors import InputError
from comity.world.groupings import groupings
from comity.world.partners import partners

COMMANDS = ("AFRICOM", "CENTCOM", "EUCOM", "INDOPACOM", "NORTHCOM", "SOUTHCOM")


@dataclass(frozen=True, slots=True)
class Scope:
    """Everywhere, a command or a partner.

    Parameters
    ----------
    kind
        ``"everywhere"``, ``"command"`` or ``"partner"``.
    code
        Name of the command or id of the partner; empty for everywhere.
    """

    kind: str = "everywhere"
    code: str = ""

    @classmethod
    def parse(cls, text: str) -> "Scope":
        """Read ``""``, ``"everywhere"``, ``"AFRICOM"`` or a partner by any name or code.

        Raises
        ------
        UnknownName
            If it is neither a command nor a partner.
        """
        text = text.strip()
        if text.lower() in {"", "everywhere"}:
            return EVERYWHERE
        if text.upper() in COMMANDS:
            return cls("command", text.upper())
        return cls("partner", partners().resolve(text).id)

    def __str__(self) -> str:
        return self.code or self.kind

    @property
    def title(self) -> str:
        """As people read it."""
        return partners()[self.code].name if self.kind == "partner" else str(self)

    def covers(self, other: "Scope") -> bool:
        """Whether a grant here reaches something there."""
        if self.kind == "everywhere" or self == other:
            return True
        return (
            self.kind == "command"
            and other.kind == "partner"
            and other.code in _members(self.code, datetime.now(UTC).year)
        )

    def reach(self) -> frozenset[str] | None:
        """Return the places that a grant here reaches, as they are written; all of them is None."""
        if self.kind == "everywhere":
            return None
        within = _members(self.code, datetime.now(UTC).year) if self.kind == "command" else ()
        return frozenset({self.code, *within})


EVERYWHERE = Scope()


def every_scope() -> list[Scope]:
    """Return everywhere, the commands, and every partner by name."""
    named = sorted(partners(), key=lambda partner: partner.name)
    commands = [Scope("command", command) for command in COMMANDS]
    return [EVERYWHERE, *commands, *(Scope("partner", partner.id) for partner in named)]


def for_group(group: str | None) -> Scope:
    """Scope of a record about a grouping: a command is its own scope, any other is everywhere."""
    return Scope("command", group) if group in COMMANDS else EVERYWHERE


@cache
def _members(command: str, year: int) -> frozenset[str]:
    if command not in COMMANDS:
        raise InputError(f"{command!r} is not a command; commands are {', '.join(COMMANDS)}.")
    return frozenset(groupings().members(command, year))
