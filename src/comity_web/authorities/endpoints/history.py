"""The law's history."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.timeline import FIRST_YEAR, timeline
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.authorities.endpoints.days import day_or_today

router = Router()
HistoryYear = Annotated[int, Field(ge=FIRST_YEAR, le=2100)]


class EventRow(Schema):
    """Something that happened to an authority."""

    when: str
    what: str
    ids: list[str]
    title: str
    text: str
    certainty: str


class YearCount(Schema):
    """How many records stood on 31 December."""

    year: int
    title_10: int
    title_22: int
    acts: int
    unsure: int


class TimelineAnswer(Schema):
    """Events in order, and counts by year."""

    first: int
    last: int
    events: list[EventRow]
    years: list[YearCount]
    disclaimer: str


class Years(Schema):
    """Which years."""

    first: HistoryYear = FIRST_YEAR
    last: HistoryYear | None = Field(None, description="This year where left out.")


@router.get(
    "/authorities/timeline",
    response=TimelineAnswer,
    auth=Needs(Permission.READ),
    summary="When authorities began, changed and ended",
    openapi_extra=AS_TABLE,
)
def read_timeline(request: HttpRequest, years: Query[Years], form: Query[Format]) -> Any:
    """Return dated events; dates that are recalled say so. CSV gives the events."""
    last = day_or_today(None).year if years.last is None else years.last
    found = timeline(last, first=years.first).to_dict()
    if wants_csv(request, form):
        return csv_answer(found["events"], "authorities-timeline")
    return found
