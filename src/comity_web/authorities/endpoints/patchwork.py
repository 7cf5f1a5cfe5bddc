"""Where authorities overlap, and where none serves."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.gaps import gaps
from comity.authorities.narrowing import Only
from comity.authorities.partner_axis import Partners, by_kind, each
from comity.authorities.patchwork import overlap
from comity.cli.shared_partner_status import Told, every_status, partner_status
from comity.terms.errors import InputError
from comity.terms.partner_status import PartnerStatus
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.days import Day, day_or_today

router = Router()
Axis = Literal["activity", "purpose", "recipient", "partner"]


class OverlapQuestion(Schema):
    """Two axes, and what is counted."""

    on: Day | None = None
    rows: Axis = "activity"
    columns: Axis = "recipient"
    activity: Line = ""
    purpose: Line = ""
    recipient: Line = ""
    partner: Annotated[list[Line], Field(max_length=20)] = Field(
        [], description="Names or codes; several need a partner axis."
    )


class CellRow(Schema):
    """One cell."""

    row: str
    column: str
    number: int
    authorities: list[str]
    to_check: list[str]


class OverlapAnswer(Schema):
    """Every cell, the empty ones too."""

    on: str
    rows: str
    columns: str
    row_words: list[str]
    column_words: list[str]
    only: dict[str, str | None]
    partners: dict[str, list[str]] = Field(description="Codes behind each label of a partner axis.")
    cells: list[CellRow]
    disclaimer: str


class GapQuestion(Schema):
    """Whose gaps."""

    on: Day | None = None
    recipient: Line = Field("military", min_length=1)
    activity: Line = ""
    partner: Line = ""


class GapRow(Schema):
    """A cell that no authority surely serves."""

    activity: str
    purpose: str
    recipient: str
    gap: str
    to_check: list[str]


class GapsAnswer(Schema):
    """Gaps of the patchwork."""

    on: str
    gaps: list[GapRow]
    disclaimer: str


@router.get(
    "/authorities/overlap",
    response=OverlapAnswer,
    auth=Needs(Permission.READ),
    summary="Where authorities overlap",
    openapi_extra=AS_TABLE,
)
def read_overlap(request: HttpRequest, asked: Query[OverlapQuestion], form: Query[Format]) -> Any:
    """Count the authorities that serve each pair of words, surely or to be checked."""
    day = day_or_today(asked.on)
    only = Only(asked.activity, asked.purpose, asked.recipient)
    axes = (asked.rows, asked.columns)
    partners: Partners | None = None
    if "partner" in axes:
        partners = _labels(asked.partner, day)
    elif len(asked.partner) > 1:
        raise InputError("Several partners need an axis: set rows or columns to partner.")
    elif asked.partner:
        only = replace(only, partner=_status(asked.partner[0], day))
    found = overlap(day, rows=axes[0], columns=axes[1], only=only, partners=partners).to_dict()
    if wants_csv(request, form):
        return csv_answer(found["cells"], "authorities-overlap")
    return found


@router.get(
    "/authorities/gaps",
    response=GapsAnswer,
    auth=Needs(Permission.READ),
    summary="What no authority surely serves",
    openapi_extra=AS_TABLE,
)
def read_gaps(request: HttpRequest, asked: Query[GapQuestion], form: Query[Format]) -> Any:
    """Return cells of activity and purpose without a sure authority for a recipient."""
    day = day_or_today(asked.on)
    partner = _status(asked.partner, day) if asked.partner else None
    found = gaps(day, recipient=asked.recipient, activity=asked.activity, partner=partner)
    rows = [gap.to_dict() for gap in found]
    if wants_csv(request, form):
        return csv_answer(rows, "authorities-gaps")
    return {"on": day.isoformat(), "gaps": rows, "disclaimer": DISCLAIMER}


def _labels(names: list[str], day: date) -> Partners:
    if names:
        return each(_status(name, day) for name in names)
    return by_kind(every_status(day))


def _status(name: str, day: date) -> PartnerStatus:
    return partner_status(name, day, Told())
