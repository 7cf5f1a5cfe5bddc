"""Coverage: for whom and for which years the panel holds values, and how old they are."""

from dataclasses import asdict
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.world.coverage import (
    coverage_of_indicators,
    coverage_of_partners,
    coverage_of_years,
)
from comity.world.partners import partners as partner_book
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line, Year
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import chosen_group, members_in

router = Router()


class CoverageRow(Schema):
    """How much is known of one indicator or about one partner."""

    name: str
    known: int = Field(description="With a value no older than max_age.")
    stale: int = Field(description="With an older value only.")
    unknown: int
    share: float
    median_age: float | None
    oldest_age: int | None
    first: int = Field(description="First year with any value; 0 where there is none.")
    last: int


class YearRow(Schema):
    """How much is known of one year."""

    year: int
    values: int
    partners: int
    indicators: int


class CoverageAnswer(Schema):
    """Coverage as of a year."""

    by: str
    year: int
    max_age: int
    partners: int = Field(description="Partners that were asked about.")
    data: str = Field(description="Edition of the panel.")
    rows: list[CoverageRow | YearRow]


class CoverageFilter(Schema):
    """What is asked."""

    by: Literal["indicator", "partner", "year"] = "indicator"
    group: Line | None = Field(None, description="A grouping; all states but the United States.")
    year: Year | None = Field(None, description="The panel's last year where left out.")
    max_age: int = Field(5, ge=0, le=100, description="Oldest value that counts as known, years.")
    indicator: list[Line] = Field([], max_length=200, description="Ids; all where left out.")


@router.get(
    "/coverage",
    response=CoverageAnswer,
    auth=Needs(Permission.READ),
    summary="What the panel holds",
    openapi_extra=AS_TABLE,
)
def read_coverage(request: HttpRequest, wanted: Query[CoverageFilter], form: Query[Format]) -> Any:
    """Count what is known, by indicator, partner or year; later values never count."""
    held = panel()
    year = held.years[1] if wanted.year is None else wanted.year
    chosen = _partners(wanted.group, year)
    names = tuple(wanted.indicator) or held.indicators
    for name in names:
        held.rows_of(name)
    key = ("coverage", held.edition, wanted.by, chosen, year, wanted.max_age, names)
    rows = computed(key, lambda: _rows(wanted, year, chosen, names))
    if wants_csv(request, form):
        return csv_answer(rows, "coverage")
    return {
        "by": wanted.by,
        "year": year,
        "max_age": wanted.max_age,
        "partners": len(chosen),
        "data": held.edition,
        "rows": rows,
    }


def _partners(group: str | None, year: int) -> tuple[str, ...]:
    if group is not None:
        return members_in(chosen_group(group), year)
    return tuple(one.id for one in partner_book().states(year) if one.id != "USA")


def _rows(
    wanted: CoverageFilter, year: int, chosen: tuple[str, ...], names: tuple[str, ...]
) -> list[dict[str, Any]]:
    if wanted.by == "year":
        years = coverage_of_years(panel(), chosen, indicators=names)
        return [asdict(row) for row in years]
    of = coverage_of_partners if wanted.by == "partner" else coverage_of_indicators
    rows = of(panel(), year, chosen, indicators=names, max_age=wanted.max_age)
    return [asdict(row) for row in rows]
