"""Partners: who they are, under which names and codes, in which groupings."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.terms.partner import Partner
from comity.world.groupings import CHECKED_TO, groupings
from comity.world.partners import partners as partner_book
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import GroupName, Line, PartnerName, Year
from comity_web.world.groups import chosen_group, members_in

router = Router()


class PartnerRow(Schema):
    """A country or territory."""

    id: str = Field(description="ISO 3166 alpha-3 code, or Comity's own where there is none.")
    name: str
    iso2: str
    m49: int | None
    cow: int | None
    gw: int | None
    wb: str
    kind: Literal["state", "territory", "former"]
    first: int | None = Field(description="First year in the international system.")
    last: int | None


class OtherCode(Schema):
    """A former code or a stand-in."""

    system: str
    code: str | int
    first: int | None
    last: int | None
    why: str


class PartnerFull(PartnerRow):
    """A partner with all that it is called."""

    variants: list[str] = Field(description="Other names that belong to it alone.")
    codes: list[OtherCode]
    year: int
    groupings: list[str] = Field(description="Those to which it belonged on 31 December of year.")
    continuity: str = Field(description="Whose figures its figures are in that year; empty if own.")


class PartnerFilter(Schema):
    """Which partners are wanted."""

    search: Line | None = Field(None, description="Part of a name or a code.")
    group: GroupName | None = Field(None, examples=["AFRICOM"], description="Its members.")
    kind: Literal["state", "territory", "former"] | None = None
    year: Year = Field(CHECKED_TO, description="Year of the membership.")


@router.get(
    "/partners",
    response=Page[PartnerRow],
    auth=Needs(Permission.READ),
    summary="List partners",
    openapi_extra=AS_TABLE,
)
def list_partners(
    request: HttpRequest,
    wanted: Query[PartnerFilter],
    paging: Query[Paging],
    form: Query[Format],
) -> Any:
    """Return partners in the order of their ids; CSV gives all that match."""
    group = chosen_group(wanted.group) if wanted.group else None
    members = set(members_in(group, wanted.year)) if group else None
    rows = [
        partner_row(one)
        for one in partner_book()
        if (members is None or one.id in members)
        and (wanted.kind is None or one.kind == wanted.kind)
        and _matches(one, wanted.search)
    ]
    if wants_csv(request, form):
        return csv_answer(rows, "partners")
    return page_of(request, rows, paging)


@router.get(
    "/partners/{name}",
    response=PartnerFull,
    auth=Needs(Permission.READ),
    summary="One partner, by any name or code",
)
def read_partner(request: HttpRequest, name: PartnerName, year: Year = CHECKED_TO) -> Any:  # noqa: ARG001
    """Return a partner with its names, codes and groupings."""
    book = partner_book()
    one = book.resolve(name)
    return partner_row(one) | {
        "variants": one.variants,
        "codes": book.other_codes(one.id),
        "year": year,
        "groupings": groupings().of(one.id, year),
        "continuity": book.continuity(one.id, year),
    }


def partner_row(one: Partner) -> dict[str, Any]:
    """Return a partner as a row."""
    return {name: getattr(one, name) for name in PartnerRow.model_fields}


def _matches(one: Partner, search: str | None) -> bool:
    told = " ".join((one.id, one.name, one.iso2, *one.variants)).casefold()
    return all(word in told for word in (search or "").casefold().split())
