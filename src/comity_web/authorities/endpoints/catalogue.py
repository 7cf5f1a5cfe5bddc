"""The catalogue of authorities: list with facets, one record, the words that questions use."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.listing import definitions, listing
from comity.authorities.record_view import described
from comity.authorities.vocabulary import KINDS, words
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.days import Day, day_or_today

router = Router()
RecordName = Annotated[Line, Field(examples=["T10-333"], description="Id, citation or section.")]


class Choice(Schema):
    """One value of a facet."""

    value: str
    count: int = Field(description="Records that have it, among those that other facets leave.")
    chosen: bool


class Facet(Schema):
    """One way to narrow a list."""

    name: str
    label: str
    choices: list[Choice]


class AuthorityRow(Schema):
    """A provision of law in one line, in Comity's own words; the citation points to the law."""

    id: str
    citation: str
    name: str
    title: str = Field(description="Body of law, such as Title 10.")
    category: str
    subcategory: str
    status: str
    standing: str = Field(description="On the day: in force, to be checked, not in force.")
    certainty: str = Field(description="verified, partly verified or recalled.")
    checked: str = Field(description="Day on which the record was last looked at.")
    begins: str | None
    ends: str | None
    account: str | None
    holder: str
    state_role: str | None
    permits: str
    recheck: str | None


class AuthorityPage(Page[AuthorityRow]):
    """Records with facets."""

    on: str
    facets: list[Facet]
    certainty_shares: dict[str, float]
    disclaimer: str


class AuthorityFilter(Schema):
    """Which records are wanted."""

    on: Day | None = Field(None, description="The day; today where left out.")
    search: Line = Field("", description="Words that must all stand in the record.")
    title: list[Line] = Field([], max_length=20)
    category: list[Line] = Field([], max_length=20)
    subcategory: list[Line] = Field([], max_length=20)
    activity: list[Line] = Field([], max_length=20)
    purpose: list[Line] = Field([], max_length=20)
    recipient: list[Line] = Field([], max_length=20)
    standing: list[Line] = Field([], max_length=20)
    state: list[Line] = Field([], max_length=20)
    certainty: list[Line] = Field([], max_length=20)


@router.get(
    "/authorities",
    response=AuthorityPage,
    auth=Needs(Permission.READ),
    summary="List authorities, with facets",
    openapi_extra=AS_TABLE,
)
def list_authorities(
    request: HttpRequest,
    wanted: Query[AuthorityFilter],
    paging: Query[Paging],
    form: Query[Format],
) -> Any:
    """Return records of the catalogue; facet values of one kind are alternatives."""
    day = day_or_today(wanted.on)
    names = definitions(day)
    given = {name: getattr(wanted, name) for name in names if getattr(wanted, name, None)}
    found = listing(day, chosen_facets=given, search=wanted.search).to_dict()
    if wants_csv(request, form):
        return csv_answer(found["records"], "authorities")
    told = {name: found[name] for name in ("on", "facets", "certainty_shares", "disclaimer")}
    return page_of(request, found["records"], paging) | told


@router.get(
    "/authorities/records/{name}",
    response=dict[str, Any],
    auth=Needs(Permission.READ),
    summary="One authority, as of a day",
)
def read_authority(request: HttpRequest, name: RecordName, on: Day | None = None) -> Any:  # noqa: ARG001
    """Return everything that is known of a record by id, citation or section.

    Texts carry the amounts of the day; each parameter its history; sources say where it was read,
    and `certainty` how far it was checked.
    """
    return described(name, day_or_today(on))


@router.get(
    "/authorities/words",
    response=dict[str, dict[str, str]],
    auth=Needs(Permission.READ),
    summary="The words that questions use",
)
def read_words(request: HttpRequest) -> Any:  # noqa: ARG001
    """Return activities, purposes, recipients, aims and lists with their meanings."""
    return {kind: dict(words(kind)) for kind in KINDS} | {"about": {"disclaimer": DISCLAIMER}}
