"""Values of the panel, each with its source, vintage and licence."""

from typing import Any

import numpy as np
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.terms.arrays import IntArray
from comity.world.panel import Panel
from comity.world.partners import partners as partner_book
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Cited, cited, described_in
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line, Year
from comity_web.world.evidence import panel

router = Router()
#: Rows of one CSV answer; the whole panel is a download of its own.
CSV_MOST = 100_000


class Value(Schema):
    """One figure."""

    partner: str
    indicator: str
    year: int
    value: float | None
    error: float | None = Field(description="Standard error; null where the publisher gives none.")
    unit: str
    source: str
    vintage: str
    licence: str


class ValuePage(Page[Value]):
    """Values with the edition of the panel and the sources to be named."""

    data: str = Field(description="Edition of the panel: a digest of every value.")
    sources: list[Cited]


class ValueFilter(Schema):
    """Which values are wanted."""

    indicator: list[Line] = Field([], max_length=50, description="Ids; repeat for several.")
    partner: list[Line] = Field(
        [], max_length=250, description="Names or codes; repeat for several."
    )
    first: Year | None = Field(None, description="First year.")
    last: Year | None = Field(None, description="Last year.")


@router.get(
    "/values",
    response=ValuePage,
    auth=Needs(Permission.READ),
    summary="Values of the panel",
    openapi_extra=AS_TABLE,
)
def list_values(
    request: HttpRequest, wanted: Query[ValueFilter], paging: Query[Paging], form: Query[Format]
) -> Any:
    """Return values, by indicator, partner and year.

    A year without a row is unknown, unless the indicator says that absence means zero. CSV gives up
    to 100,000 rows at once; `/panel` gives everything.
    """
    held = panel()
    rows = chosen_rows(held, wanted)
    if wants_csv(request, form):
        return csv_answer([_value(held, row) for row in rows[:CSV_MOST]], "values")
    used = [held.indicators[i] for i in np.unique(held.indicator[rows])]
    page = page_of(request, rows.tolist(), paging, lambda row: _value(held, row))
    return page | {"data": held.edition, "sources": cited(used)}


def chosen_rows(held: Panel, wanted: ValueFilter) -> IntArray:
    """Rows of the panel that a filter lets through ``(rows,)``.

    Raises
    ------
    UnknownName
        If an indicator or a partner is not known.
    """
    rows = np.arange(len(held.value))
    if wanted.indicator:
        spans = [held.rows_of(name) for name in sorted(set(wanted.indicator))]
        rows = np.concatenate([rows[span] for span in spans])
    if wanted.partner:
        ids = {partner_book().resolve(name).id for name in wanted.partner}
        mine = np.flatnonzero(np.isin(held.partners, list(ids)))
        rows = rows[np.isin(held.partner[rows], mine)]
    if wanted.first is not None:
        rows = rows[held.year[rows] >= wanted.first]
    if wanted.last is not None:
        rows = rows[held.year[rows] <= wanted.last]
    return rows


def _value(held: Panel, row: int) -> dict[str, Any]:
    name = held.indicators[held.indicator[row]]
    source = described_in(name)
    return {
        "partner": held.partners[held.partner[row]],
        "indicator": name,
        "year": int(held.year[row]),
        "value": float(held.value[row]),
        "error": float(held.error[row]),
        "unit": held.catalogue[name].unit,
        "source": source.id,
        "vintage": held.vintages[held.vintage[row]],
        "licence": source.licence.value,
    }
