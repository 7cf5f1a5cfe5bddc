"""A grouping: partners that belong together, with the dates between which they do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Certainty(StrEnum):
    """How well a membership is known."""

    SOURCE = "source"
    RECALLED = "recalled"
    CHOICE = "choice"

    @property
    def meaning(self) -> str:
        """The same in words."""
        return {
            "source": "printed in the named source",
            "recalled": "from memory, to be re-checked before it is quoted",
            "choice": "the choice of whoever wrote the grouping",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Membership:
    """One partner's time in a grouping.

    Parameters
    ----------
    partner
        Id of the partner.
    start, end
        First and last day; ``None`` where there is none, or none is known.
    certainty
        How well the membership and its dates are known.
    note
        What a reader should know; may be empty.
    """

    partner: str
    start: date | None = None
    end: date | None = None
    certainty: Certainty = Certainty.SOURCE
    note: str = ""

    def holds(self, year: int) -> bool:
        """Whether the partner belonged on 31 December of the year.

        One day for everybody, so that a partner that moves from one command to another is in
        exactly one of them in each year.
        """
        last_day = date(year, 12, 31)
        return (self.start is None or self.start <= last_day) and (
            self.end is None or last_day <= self.end
        )


@dataclass(frozen=True, slots=True)
class Grouping:
    """A named set of partners.

    Parameters
    ----------
    name
        Short name in capitals, such as ``"AFRICOM"``.
    title
        Full name.
    family
        Groupings of one kind, such as ``"Combatant commands"``.
    source, vintage
        Who says so, and as of when.
    certainty
        One sentence on how well the memberships are known.
    note
        What a reader should know; may be empty.
    memberships
        In the order of the file; a partner may come and go.
    """

    name: str
    title: str
    family: str
    source: str
    vintage: str
    certainty: str
    note: str
    memberships: tuple[Membership, ...]

    @property
    def to_check(self) -> tuple[Membership, ...]:
        """Memberships that no source confirms."""
        return tuple(one for one in self.memberships if one.certainty is Certainty.RECALLED)

    def belongs(self, partner: str, year: int) -> bool:
        """Whether a partner belonged on 31 December of the year."""
        return any(one.partner == partner and one.holds(year) for one in self.memberships)
