"""The day for which a command answers: the one that was typed, or today."""

from datetime import date

from comity.authorities.query import parse_day


def day_or_today(text: str | None) -> date:
    """Return the day that was typed, or today.

    Raises
    ------
    InputError
        If it is not a day.
    """
    return parse_day(text) if text else date.today()
