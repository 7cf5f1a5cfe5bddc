"""A question to the finder: what a planner wants to do, with whom, when and for how much."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.vocabulary import word
from comity.terms.errors import InputError
from comity.terms.partner_status import PartnerStatus

FIRST_DAY = date(1961, 9, 4)  # the Foreign Assistance Act; the catalogue holds nothing older


@dataclass(frozen=True, slots=True)
class Query:
    """One thing that a planner wants to do.

    Parameters
    ----------
    activity
        A word of the vocabulary, such as ``"train"``.
    on
        First day of the activity.
    purpose
        A word, such as ``"counterterrorism"``; empty where it is open.
    partner
        What is known of the partner on that day; ``None`` for any partner.
    recipient
        Who receives it: ``"military"``, ``"police"``, ...
    amount
        US dollars in a fiscal year.
    project
        US dollars of the dearest single construction project.
    until
        Last day, sustainment included.
    aim
        Why the United States does it, such as ``"build-capacity"``; empty where it is open.
    today
        The day from which time is counted, to see whether a notice can still be made in time.

    Raises
    ------
    UnknownName
        If a word is not in the vocabulary.
    InputError
        If the dates or amounts cannot be meant.
    """

    activity: str
    on: date
    purpose: str = ""
    partner: PartnerStatus | None = None
    recipient: str = "military"
    amount: int | None = None
    project: int | None = None
    until: date | None = None
    aim: str = ""
    today: date | None = None

    def __post_init__(self) -> None:
        """Settle the words and refuse what cannot be meant."""
        for kind in ("activity", "purpose", "recipient", "aim"):
            given = getattr(self, kind)
            if given or kind in {"activity", "recipient"}:
                object.__setattr__(self, kind, word(kind, given))
        if self.on < FIRST_DAY:
            raise InputError(f"The catalogue begins on {FIRST_DAY}; {self.on} is before it.")
        if self.until is not None and self.until < self.on:
            raise InputError(f"The last day {self.until} is before the first day {self.on}.")
        for name in ("amount", "project"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise InputError(f"The {name} must be above zero, not {value}.")

    @property
    def years(self) -> float | None:
        """Length in years, where the last day is known."""
        return None if self.until is None else (self.until - self.on).days / 365.25

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        partner = self.partner
        return {
            "activity": self.activity,
            "purpose": self.purpose or None,
            "partner": partner.code if partner else None,
            "recipient": self.recipient,
            "amount_usd": self.amount,
            "project_usd": self.project,
            "on": self.on.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "aim": self.aim or None,
            "listed": sorted(partner.listed) if partner else [],
            "cleared": sorted(partner.cleared) if partner else [],
        }


def parse_day(text: str) -> date:
    """Read a day that a person wrote.

    Raises
    ------
    InputError
        If it is not written as 2027-03-01.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(
            f"{text!r} is not a day of the calendar; write year-month-day, such as 2027-03-01."
        ) from None


def fiscal_year(day: date) -> int:
    """Return the US fiscal year, which begins on 1 October of the year before."""
    return day.year + (day.month >= 10)
