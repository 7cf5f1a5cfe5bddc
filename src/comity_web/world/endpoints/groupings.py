"""Groupings: combatant commands, alliances, regions, income groups."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.terms.grouping import Grouping
from comity.world.groupings import CHECKED_TO, groupings
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import Line, Year

router = Router()


class GroupingRow(Schema):
    """A named set of partners."""

    name: str
    title: str
    family: str
    source: str = Field(description="Who says so.")
    vintage: str = Field(description="As of when.")
    certainty: str = Field(description="How well the memberships are known, in words.")
    note: str


class Spell(Schema):
    """One partner's time in a grouping."""

    partner: str
    start: date | None
    end: date | None
    certainty: str
    note: str


class GroupingFull(GroupingRow):
    """A grouping with its members."""

    year: int
    members: list[str] = Field(description="Those who belonged on 31 December of year.")
    memberships: list[Spell]


@router.get(
    "/groupings",
    response=Page[GroupingRow],
    auth=Needs(Permission.READ),
    summary="List groupings",
)
def list_groupings(request: HttpRequest, paging: Query[Paging], family: Line | None = None) -> Any:
    """Return groupings, those of one family together."""
    rows = [one for one in groupings() if family is None or one.family == family]
    return page_of(request, rows, paging, _row)


@router.get(
    "/groupings/{name}",
    response=GroupingFull,
    auth=Needs(Permission.READ),
    summary="One grouping with its members",
)
def read_grouping(request: HttpRequest, name: Line, year: Year = CHECKED_TO) -> Any:  # noqa: ARG001
    """Return who belongs to a grouping in a year, and every dated membership."""
    one = groupings().describe(name)
    return _row(one) | {
        "year": year,
        "members": groupings().members(name, year),
        "memberships": one.memberships,
    }


def _row(one: Grouping) -> dict[str, Any]:
    return {name: getattr(one, name) for name in GroupingRow.model_fields}
