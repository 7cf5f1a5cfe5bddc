"""What is due in a fiscal year."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.calendar import YEARS, Planned, calendar
from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.query import Query as Question
from comity.authorities.query import fiscal_year
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.sent import Sent
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.days import Day, day_or_today

router = Router()
FiscalYear = Annotated[int, Field(ge=YEARS[0], le=YEARS[1])]


class Plan(Sent):
    """An activity whose notices are wanted."""

    authority: Line = Field(description="Id, citation or section.")
    on: Day = Field(description="First day.")
    activity: Line = Field("train", min_length=1)
    recipient: Line = Field("military", min_length=1)


class Plans(Sent):
    """Activities of a fiscal year."""

    fiscal_year: FiscalYear | None = None
    plans: list[Plan] = Field([], max_length=100)


class DueRow(Schema):
    """One entry."""

    when: str | None = Field(description="The day; null where the law sets none.")
    kind: str
    what: str
    rule: str
    authority: str
    citation: str
    certainty: str
    fed_by: list[str]


class CalendarAnswer(Schema):
    """Reports and notices in date order; duties without a day come last."""

    fiscal_year: int
    due: list[DueRow]
    disclaimer: str


@router.get(
    "/authorities/calendar",
    response=CalendarAnswer,
    auth=Needs(Permission.READ),
    summary="What is due in a fiscal year",
    openapi_extra=AS_TABLE,
)
def read_calendar(
    request: HttpRequest, form: Query[Format], fiscal_year: FiscalYear | None = None
) -> Any:
    """Return the recurring reports of a fiscal year; this one where left out."""
    return _answer(request, fiscal_year, [], form)


@router.post(
    "/authorities/calendar",
    response=CalendarAnswer,
    auth=Needs(Permission.READ),
    summary="What is due, with the notices of what you plan",
    openapi_extra=AS_TABLE,
)
def compute_calendar(request: HttpRequest, given: Plans, form: Query[Format]) -> Any:
    """Return reports, and the notices of activities that are sent along; nothing is saved."""
    planned = [
        Planned(
            catalogue()[plan.authority].id,
            Question(plan.activity, plan.on, recipient=plan.recipient),
        )
        for plan in given.plans
    ]
    return _answer(request, given.fiscal_year, planned, form)


def _answer(request: HttpRequest, year: int | None, planned: list[Planned], form: Format) -> Any:
    year = year or fiscal_year(day_or_today(None))
    rows = [due.to_dict() for due in calendar(year, planned)]
    if wants_csv(request, form):
        return csv_answer(rows, f"calendar-{year}")
    return {"fiscal_year": year, "due": rows, "disclaimer": DISCLAIMER}
