"""The catalogue: what is measured, by whom, under which licence, and what this panel holds."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.terms.errors import UnknownName
from comity.terms.indicator import Indicator
from comity.world.coverage import coverage_of_indicators
from comity.world.deriving import derived_topics, described_indicators
from comity.world.panel import Panel
from comity.world.source import Source, all_sources
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import described_in, manifest
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import IndicatorName, Line
from comity_web.site.computed import computed
from comity_web.world.evidence import panel

router = Router()
SourceName = Annotated[Line, Field(examples=["wgi"], description="Its id.")]


class IndicatorRow(Schema):
    """One measured thing."""

    id: str
    title: str
    definition: str
    unit: str
    direction: str = Field(description="Which way is favourable: higher, lower, neutral.")
    source: str
    publisher: str
    licence: str
    licence_name: str
    vintage: str = Field(description="Edition as this installation holds it.")
    citation: str
    frequency: str = Field(description="calendar, or fiscal for the US fiscal year.")
    zero_if_absent: bool
    error: bool = Field(description="Whether values carry a standard error.")
    derived_from: list[str]
    here: bool = Field(description="Whether this installation holds values.")
    first: int | None
    last: int | None
    partners: int


class SourceRow(Schema):
    """Who publishes figures."""

    id: str
    title: str
    publisher: str
    citation: str
    licence: str = Field(description="Comity's class: P, O, ND, NC or C.")
    licence_name: str
    vintage: str
    page: str
    frequency: str
    derived: bool = Field(description="Whether Comity computes it from others' figures.")
    indicators: list[str]
    here: bool
    rows: int = Field(description="Values in this installation's panel.")
    dropped: list[str] = Field(description="What was left out when it was read.")


class IndicatorFilter(Schema):
    """Which indicators are wanted."""

    search: Line | None = Field(None, description="Words of the id, title or definition.")
    source: Line | None = None
    here: bool | None = Field(None, description="Only those with values, or only those without.")


@router.get(
    "/indicators",
    response=Page[IndicatorRow],
    auth=Needs(Permission.READ),
    summary="The catalogue of indicators",
    openapi_extra=AS_TABLE,
)
def list_indicators(
    request: HttpRequest,
    wanted: Query[IndicatorFilter],
    paging: Query[Paging],
    form: Query[Format],
) -> Any:
    """Return every indicator that Comity can hold; CSV gives all that match."""
    words = (wanted.search or "").casefold().split()
    rows = [
        row
        for row in catalogue_rows()
        if wanted.source in (None, row["source"])
        and wanted.here in (None, row["here"])
        and all(w in f"{row['id']} {row['title']} {row['definition']}".casefold() for w in words)
    ]
    if wants_csv(request, form):
        return csv_answer(rows, "indicators")
    return page_of(request, rows, paging)


@router.get(
    "/indicators/{name}",
    response=IndicatorRow,
    auth=Needs(Permission.READ),
    summary="One indicator",
)
def read_indicator(request: HttpRequest, name: IndicatorName) -> Any:  # noqa: ARG001
    """Return what an indicator means and where it comes from."""
    found = {row["id"]: row for row in catalogue_rows()}
    if name not in found:
        raise UnknownName("indicator", name, found)
    return found[name]


@router.get(
    "/sources",
    response=Page[SourceRow],
    auth=Needs(Permission.READ),
    summary="Sources and Comity's own derived topics",
)
def list_sources(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Return who publishes what, with licence and vintage."""
    return page_of(request, source_rows(), paging)


@router.get(
    "/sources/{name}", response=SourceRow, auth=Needs(Permission.READ), summary="One source"
)
def read_source(request: HttpRequest, name: SourceName) -> Any:  # noqa: ARG001
    """Return one source or derived topic."""
    found = {row["id"]: row for row in source_rows()}
    if name not in found:
        raise UnknownName("source", name, found)
    return found[name]


def catalogue_rows() -> list[dict[str, Any]]:
    """Return a row for each indicator, by id; counted once for each edition of the panel."""
    held = panel()
    return computed(("catalogue rows", held.edition), lambda: _catalogue(held))


def source_rows() -> list[dict[str, Any]]:
    """Return a row for each source and topic, by id."""
    return [_source(one) for _, one in sorted((all_sources() | derived_topics()).items())]


def _catalogue(held: Panel) -> list[dict[str, Any]]:
    spread = {
        one.name: (one.first, one.last, one.known)
        for one in coverage_of_indicators(
            held, held.years[1], held.partners, indicators=held.indicators, max_age=9999
        )
    }
    vintages = {record.id: record.vintage for record in manifest().sources}
    return [
        _indicator(indicator, described_in(name), vintages, spread.get(name))
        for name, indicator in sorted(described_indicators().items())
    ]


def _indicator(
    one: Indicator, source: Source, vintages: dict[str, str], spread: tuple[int, int, int] | None
) -> dict[str, Any]:
    first, last, known = spread or (None, None, 0)
    plain = ("id", "title", "definition", "unit", "source", "publisher", "citation")
    return {name: getattr(one, name) for name in plain} | {
        "direction": one.direction.value,
        "licence": one.licence.value,
        "licence_name": source.licence_name,
        "vintage": vintages.get(source.id, source.vintage),
        "frequency": source.frequency,
        "zero_if_absent": one.zero_if_absent,
        "error": one.error,
        "derived_from": list(one.derived_from),
        "here": spread is not None,
        "first": first,
        "last": last,
        "partners": known,
    }


def _source(one: Source) -> dict[str, Any]:
    record = next((r for r in manifest().sources if r.id == one.id), None)
    plain = ("id", "title", "publisher", "citation", "licence_name", "page", "frequency")
    return {name: getattr(one, name) for name in plain} | {
        "licence": one.licence.value,
        "vintage": record.vintage if record else one.vintage,
        "derived": one.id in derived_topics(),
        "indicators": [indicator.id for indicator in one.indicators],
        "here": record is not None,
        "rows": record.rows if record else 0,
        "dropped": list(record.dropped) if record else [],
    }
