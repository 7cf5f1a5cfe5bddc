"""Planned activities in an address: ``plan=T10-333:2027-03-01:train:military``."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.http import QueryDict

from comity.authorities.calendar import YEARS, Planned
from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query, fiscal_year, parse_day
from comity.terms.errors import InputError
from comity_web.authorities.day_asked import number_asked
from comity_web.authorities.word_fields import today

FIELDS = ("plan_authority", "plan_day", "plan_activity", "plan_recipient")
MOST = 40


def plans_asked(texts: Iterable[str]) -> list[Planned]:
    """Read the planned activities of an address.

    Raises
    ------
    UnknownName
        If the authority or a word is not known.
    InputError
        If one is not written as id, day, activity and recipient, or there are too many.
    """
    found = [_planned(text) for text in texts if text]
    if len(found) > MOST:
        raise InputError(f"A calendar takes at most {MOST} planned activities, not {len(found)}.")
    return found


def _planned(text: str) -> Planned:
    parts = text.split(":")
    if len(parts) != len(FIELDS):
        raise InputError(f"{text!r} is no plan; write id:day:activity:recipient.")
    authority, day, activity, recipient = parts
    query = Query(activity, parse_day(day), recipient=recipient)
    return Planned(catalogue()[authority].id, query)


def joined(data: QueryDict) -> str | None:
    """Return the plan of the form's four fields as one text; none while a field is empty."""
    given = [data.get(name, "").strip() for name in FIELDS]
    return ":".join(given) if all(given) else None


def year_asked(data: QueryDict) -> int:
    """Return the fiscal year of an address; the present one where it names none."""
    return number_asked(data, "fy", fiscal_year(today()), least=YEARS[0], most=YEARS[1])


def calendar_query(year: int, plans: Sequence[str]) -> str:
    """Return the query of the calendar's address."""
    return urlencode([("fy", year), *(("plan", text) for text in plans)])
