"""The day and the numbers that an address asks for."""

from datetime import date

from django.http import QueryDict

from comity.authorities.query import parse_day
from comity.terms.errors import InputError
from comity_web.authorities.word_fields import today


def day_asked(data: QueryDict, name: str = "on") -> date:
    """Return the day of an address; today where it names none.

    Raises
    ------
    InputError
        If it is not a day.
    """
    text = data.get(name, "")
    return parse_day(text) if text else today()


def number_asked(data: QueryDict, name: str, otherwise: int, *, least: int, most: int) -> int:
    """Return a whole number of an address.

    Raises
    ------
    InputError
        If it is none, or out of range.
    """
    text = data.get(name, "").strip() or str(otherwise)
    if not text.isdigit() or not least <= int(text) <= most:
        raise InputError(f"{name} is a whole number from {least} to {most}, not {text!r}.")
    return int(text)
