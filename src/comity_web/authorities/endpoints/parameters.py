"""Amounts, days and ceilings of the law by date."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.dated import all_parameters, parameter
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.days import Day

router = Router()
ParameterName = Annotated[Line, Field(examples=["small-scale-construction"])]


class ParameterRow(Schema):
    """A number of the law."""

    name: str
    title: str
    unit: str
    citation: str
    authorities: list[str] = Field(description="Records that use it.")


class ParameterFull(ParameterRow):
    """A number of the law with its history, and its value on the days asked."""

    history: list[dict[str, Any]] = Field(
        description="Values, oldest first: value, from, until, certainty, source."
    )
    on: dict[str, dict[str, Any] | None] = Field(
        description="The value on each day; null where none is recorded."
    )
    disclaimer: str


class Days(Schema):
    """The days that are asked."""

    on: Annotated[list[Day], Field(max_length=50)] = Field([], description="Repeat for several.")


@router.get(
    "/authorities/parameters",
    response=Page[ParameterRow],
    auth=Needs(Permission.READ),
    summary="Dated parameters of the law",
)
def list_parameters(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Return every amount, number of days and ceiling that has a history."""
    rows = [item.to_dict() for item in all_parameters().values()]
    return page_of(request, rows, paging)


@router.get(
    "/authorities/parameters/{name}",
    response=ParameterFull,
    auth=Needs(Permission.READ),
    summary="One parameter, on any day",
)
def read_parameter(request: HttpRequest, name: ParameterName, days: Query[Days]) -> Any:  # noqa: ARG001
    """Return a parameter's history and its value on each day asked."""
    return parameter(name).to_dict(days.on)
