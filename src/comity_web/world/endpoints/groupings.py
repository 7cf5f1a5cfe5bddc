"""Groupings: combatant commands, alliances, regions, income groups."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.terms.grouping import Certainty, Grouping
from comity.world.groupings import CHECKED_TO, groupings
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import GroupName, Line, Year
from comity_web.world.groups import OWN_FAMILY, chosen_group, members_in
from comity_web.world.models import OwnGroup

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
    """Return groupings, those of one family together; teams' own come last."""
    own = OwnGroup.objects.filter(archived=False)
    rows = [*map(_row, groupings()), *map(_own_row, own)]
    return page_of(request, [r for r in rows if family in (None, r["family"])], paging)


@router.get(
    "/groupings/{name}",
    response=GroupingFull,
    auth=Needs(Permission.READ),
    summary="One grouping with its members",
)
def read_grouping(request: HttpRequest, name: GroupName, year: Year = CHECKED_TO) -> Any:  # noqa: ARG001
    """Return who belongs to a grouping in a year, and every dated membership."""
    chosen = chosen_group(name)
    found = {"year": year, "members": members_in(chosen, year)}
    if chosen.members is not None:
        own = OwnGroup.objects.get(name=chosen.name)
        return _own_row(own) | found | {"memberships": []}
    one = groupings().describe(chosen.name)
    return _row(one) | found | {"memberships": one.memberships}


def _own_row(one: OwnGroup) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": one.title,
        "family": OWN_FAMILY,
        "source": f"A team of this site ({one.created_by})",
        "vintage": f"{one.created_at:%Y-%m-%d}, version {one.version}",
        "certainty": Certainty.CHOICE.meaning,
        "note": one.note,
    }


def _row(one: Grouping) -> dict[str, Any]:
    return {name: getattr(one, name) for name in GroupingRow.model_fields}
