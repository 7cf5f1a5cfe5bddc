"""Dates as the law's history gives them: a day, or only a year."""

from dataclasses import dataclass
from datetime import date

from comity.terms.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, or a year of which the day is not known.

    Parameters
    ----------
    earliest, latest
        First and last day that it may be; equal where the day is known.
    """

    earliest: date
    latest: date

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest

    def __str__(self) -> str:
        """Return the day in ISO form, or the year."""
        return self.earliest.isoformat() if self.is_day else str(self.earliest.year)


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another; an open end is ``None`` and means not recorded."""

    begins: Moment | None = None
    ends: Moment | None = None

    def holds(self, on: date) -> bool:
        """Whether the day lies inside, as far as the ends are known."""
        after = self.begins is None or self.begins.latest <= on
        return after and (self.ends is None or on <= self.ends.earliest)


def parse_moment(text: str) -> Moment | None:
    """Read ``2016-12-23``, ``2016`` or an empty text.

    Raises
    ------
    InputError
        If it is none of the three.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if len(text) == len("2016") and text.isdigit():
            return Moment(date(int(text), 1, 1), date(int(text), 12, 31))
        day = date.fromisoformat(text)
    except ValueError:
        raise InputError(
            f"{text!r} is not a date; write it as 2016-12-23, or as 2016 where only the year is known."
        ) from None
    return Moment(day, day)
