"""A scenario's life: its moves along review, its versions, and what was agreed."""

from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.sent import Sent
from comity_web.answers.tags import expected_version, show_tag, takes_version
from comity_web.answers.values import Key, Line
from comity_web.assess.actions import move_scenario
from comity_web.assess.endpoints.scenarios import ScenarioFull, full
from comity_web.assess.models import AgreedResult, Scenario
from comity_web.records.fetching import record_for

router = Router()


class Move(Sent):
    """One step along review."""

    move: Literal["submit", "withdraw", "return", "approve", "supersede"]
    reason: Line = Field("", description="For the trail; a return needs one.")
    version: int | None = Field(None, ge=1, le=2**31 - 2, description="In place of If-Match.")


class VersionRow(Schema):
    """A scenario as it stood after one save."""

    number: int
    name: str
    note: str
    year: int
    group: str
    data_edition: str
    recipe: str
    saved_by: str
    saved_at: datetime
    reason: str


class AgreedAnswer(Schema):
    """What was agreed, as it was then; it never changes."""

    name: str
    note: str
    digest: str
    recipe: str
    year: int
    group: str
    data_edition: str
    comity_version: str
    draws: int
    seed: int
    assumed: list[str]
    rows: list[dict[str, Any]]
    prepared_by: str
    agreed_by: str
    agreed_at: datetime


@router.post(
    "/scenarios/{pk}/moves",
    response=ScenarioFull,
    auth=Needs(Permission.READ_DRAFTS, writes=True),
    summary="Move a scenario along review",
)
@takes_version
def make_move(request: HttpRequest, pk: Key, given: Move, response: HttpResponse) -> Any:
    """Submit or withdraw (editors), return, approve or supersede (approvers, not their own)."""
    assert isinstance(request.user, User)
    rows = Scenario.objects.all()
    scenario = record_for(request.user, rows, pk, to=Permission.READ_DRAFTS)
    expected = expected_version(request, given.version)
    move_scenario(scenario, given.move, by=request.user, expected=expected, reason=given.reason)
    show_tag(response, scenario)
    return full(scenario)


@router.get(
    "/scenarios/{pk}/versions",
    response=Page[VersionRow],
    auth=Needs(Permission.READ),
    summary="Every version of a scenario",
)
def list_versions(request: HttpRequest, pk: Key, paging: Query[Paging]) -> Any:
    """Return what each save kept, newest first."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    return page_of(request, scenario.versions.all(), paging)


@router.get(
    "/scenarios/{pk}/agreed",
    response=AgreedAnswer,
    auth=Needs(Permission.READ),
    summary="What was agreed",
)
def read_agreed(request: HttpRequest, pk: Key) -> Any:
    """Return recipe, data and result as they were when the scenario was agreed."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    found = AgreedResult.objects.filter(scenario=scenario).first()
    if found is None:
        raise Http404(f"{scenario} is {scenario.status}; nothing was agreed.")
    return found
