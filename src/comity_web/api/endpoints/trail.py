"""The trail of changes, as far as the caller may read it."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity_web.access.guard import SIGNED_IN
from comity_web.access.models import User
from comity_web.access.queries import events_for
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import Day, Line

router = Router()


class Event(Schema):
    """One line: who changed what, from what, to what, when and why."""

    id: int
    at: datetime
    actor: str
    action: str
    target_kind: str
    target_id: str
    target_name: str
    scope: str
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str


class EventFilter(Schema):
    """Which lines are wanted."""

    action: Line | None = Field(None, description="Such as scenario.saved.")
    actor: Line | None = Field(None, description="A username.")
    target_kind: Line | None = Field(None, description="Such as scenario.")
    target_id: Line | None = None
    since: Day | None = Field(None, description="First day.")
    until: Day | None = Field(None, description="Last day.")


@router.get(
    "/events",
    response=Page[Event],
    auth=Needs(SIGNED_IN),
    summary="The trail of changes that concern you",
)
def list_events(request: HttpRequest, wanted: Query[EventFilter], paging: Query[Paging]) -> Any:
    """Return lines, newest first: your own, those of your scopes, or all with *read audit*."""
    assert isinstance(request.user, User)
    given = wanted.dict(exclude_none=True)
    dates = {"since": "at__date__gte", "until": "at__date__lte"}
    rows = events_for(request.user).filter(**{dates.get(k, k): v for k, v in given.items()})
    return page_of(request, rows, paging)
