"""Priorities: how much a partner matters to whoever may say so."""

from datetime import datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity.world.partners import partners as partner_book
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.scope import Scope
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.sent import Sent
from comity_web.answers.tags import expected_version, show_tag, takes_version
from comity_web.answers.values import Line, PartnerName
from comity_web.assess.actions import set_priority
from comity_web.assess.models import Priority

router = Router()
ScopeName = Annotated[
    Line, Field(examples=["AFRICOM"], description="everywhere, a command, or a partner.")
]


class PriorityRow(Schema):
    """A partner's priority as its holder sees it."""

    id: int
    version: int
    scope: str = Field(description="Whose it is: everywhere, a command, or a partner's team.")
    partner: str
    value: float | None = Field(description="0-100; null where the holder took it back.")
    reason: str
    set_by: str
    set_at: datetime


class PriorityFilter(Schema):
    """Which priorities are wanted."""

    partner: Line | None = Field(None, description="Any name or code.")
    scope: Line | None = Field(None, description="everywhere, a command or a partner.")


class NewPriority(Sent):
    """What is set."""

    value: float | None = Field(
        ge=0, le=100, allow_inf_nan=False, description="0-100; null takes it back."
    )
    reason: Line = Field(min_length=1, description="Why; it is shown with the figure.")
    version: int | None = Field(
        None, ge=0, le=2**31 - 2, description="In place of If-Match; 0 where there was none."
    )


@router.get(
    "/priorities",
    response=Page[PriorityRow],
    auth=Needs(Permission.READ),
    summary="Priorities that were set",
)
def list_priorities(
    request: HttpRequest, wanted: Query[PriorityFilter], paging: Query[Paging]
) -> Any:
    """Return every holder's priorities."""
    rows = Priority.objects.all()
    if wanted.partner is not None:
        rows = rows.filter(partner=partner_book().resolve(wanted.partner).id)
    if wanted.scope is not None:
        holder = Scope.parse(wanted.scope)
        rows = rows.filter(scope_kind=holder.kind, scope_code=holder.code)
    return page_of(request, rows, paging, _row)


@router.get(
    "/priorities/{scope}/{partner}",
    response=PriorityRow,
    auth=Needs(Permission.READ),
    summary="One holder's priority of a partner",
)
def read_priority(
    request: HttpRequest,  # noqa: ARG001
    scope: ScopeName,
    partner: PartnerName,
    response: HttpResponse,
) -> Any:
    """Return a priority; its ETag is its version."""
    found = _find(Scope.parse(scope), partner_book().resolve(partner).id)
    if found is None:
        raise Http404("Nobody set this priority.")
    show_tag(response, found)
    return _row(found)


@router.put(
    "/priorities/{scope}/{partner}",
    response=PriorityRow,
    auth=Needs(Permission.EDIT_ASSESSMENT),
    summary="Set a priority",
)
@takes_version
def put_priority(
    request: HttpRequest,
    scope: ScopeName,
    partner: PartnerName,
    given: NewPriority,
    response: HttpResponse,
) -> Any:
    """Set a partner's priority for a scope in which you may edit assessments.

    The first one needs no version, or version 0.
    """
    assert isinstance(request.user, User)
    holder, code = Scope.parse(scope), partner_book().resolve(partner).id
    none_yet = given.version is None and _find(holder, code) is None
    saved = set_priority(
        code,
        given.value,
        holder=holder,
        by=request.user,
        expected=0 if none_yet else expected_version(request, given.version),
        reason=given.reason,
    )
    show_tag(response, saved)
    return _row(saved)


def _find(holder: Scope, partner: str) -> Priority | None:
    where = {"scope_kind": holder.kind, "scope_code": holder.code, "partner": partner}
    return Priority.objects.filter(**where).first()


def _row(one: Priority) -> dict[str, Any]:
    plain = ("version", "partner", "value", "reason", "set_by", "set_at")
    return {name: getattr(one, name) for name in plain} | {"id": one.pk, "scope": str(one.scope)}
