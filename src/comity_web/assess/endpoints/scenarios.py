"""Scenarios: saved models with their question; list, read, make, change."""

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from comity.terms.errors import InputError
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.sent import Sent
from comity_web.answers.tags import expected_version, show_tag, takes_version
from comity_web.answers.values import Key, Line, Text, Year
from comity_web.assess.actions import create_scenario, save_scenario, set_archived
from comity_web.assess.endpoints.asked import shipped_model
from comity_web.assess.models import Scenario
from comity_web.assess.queries import scenarios_for
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import opening_year
from comity_web.records.fetching import record_for
from comity_web.world.evidence import panel
from comity_web.world.groups import chosen_group

router = Router()
Recipe = Field(None, max_length=100_000, description="The model as TOML.")


class ScenarioRow(Schema):
    """A scenario in one line."""

    id: int
    version: int
    name: str
    note: str
    status: Literal["draft", "in review", "agreed", "superseded"]
    year: int
    group: str
    scope: str = Field(description="Whom it concerns: everywhere or a command.")
    data_edition: str = Field(description="Edition of the data that it was saved on.")
    archived: bool
    prepared_by: str
    approved_by: str
    approved_at: datetime | None


class ScenarioFull(ScenarioRow):
    """A scenario with its model."""

    recipe: str = Field(description="The model as TOML.")
    digest: str = Field(description="Of the model; changes with anything that matters to a score.")


class ScenarioFilter(Schema):
    """Which scenarios are wanted."""

    status: Literal["draft", "in review", "agreed", "superseded"] | None = None
    archived: bool = False


class NewScenario(Sent):
    """What a scenario begins with."""

    name: Line = Field(min_length=1)
    model: Line = Field(
        "comity-default", description="A model that ships, where no recipe is sent."
    )
    recipe: str | None = Recipe
    year: Year | None = Field(None, description="The model's own, else the site's.")
    group: Line = ""
    note: Text = ""
    reason: Line = Field("", description="For the trail.")


class ScenarioChanges(Sent):
    """What is changed; what is left out stays."""

    name: Line | None = Field(None, min_length=1)
    recipe: str | None = Recipe
    year: Year | None = None
    group: Line | None = None
    note: Text | None = None
    archived: bool | None = Field(None, description="By itself: put away, or brought back.")
    version: int | None = Field(None, ge=1, le=2**31 - 2, description="In place of If-Match.")
    reason: Line = Field("", description="For the trail.")


@router.get(
    "/scenarios",
    response=Page[ScenarioRow],
    auth=Needs(Permission.READ),
    summary="Scenarios that you may read",
)
def list_scenarios(
    request: HttpRequest, wanted: Query[ScenarioFilter], paging: Query[Paging]
) -> Any:
    """Return agreed scenarios, and drafts within your scopes."""
    rows = [
        one
        for one in scenarios_for(request.user, archived=wanted.archived)
        if wanted.status in (None, one.status)
    ]
    return page_of(request, rows, paging, row_of)


@router.post(
    "/scenarios",
    response={201: ScenarioFull},
    auth=Needs(Permission.EDIT_ASSESSMENT),
    summary="Save a model as a new draft",
)
def make_scenario(request: HttpRequest, given: NewScenario, response: HttpResponse) -> Any:
    """Save a draft; a group that is a command makes it that command's."""
    assert isinstance(request.user, User)
    model = shipped_model(given.model)
    if given.recipe is not None:
        model = model_from(given.recipe, "recipe")
    scenario = create_scenario(
        name=given.name.strip(),
        model=model,
        year=_year(given.year or model.reference.year or opening_year()),
        group=_group(given.group),
        note=given.note,
        by=request.user,
        reason=given.reason,
    )
    show_tag(response, scenario)
    response["Location"] = f"{request.path}/{scenario.pk}"
    return Status(201, full(scenario))


@router.get(
    "/scenarios/{pk}",
    response=ScenarioFull,
    auth=Needs(Permission.READ),
    summary="One scenario with its model",
)
def read_scenario(request: HttpRequest, pk: Key, response: HttpResponse) -> Any:
    """Return a scenario; its ETag is its version."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    show_tag(response, scenario)
    return full(scenario)


@router.patch(
    "/scenarios/{pk}",
    response=ScenarioFull,
    auth=Needs(Permission.EDIT_ASSESSMENT),
    summary="Change a draft",
)
@takes_version
def change_scenario(
    request: HttpRequest, pk: Key, given: ScenarioChanges, response: HttpResponse
) -> Any:
    """Change a draft if nobody changed it since you read it; the state before stays as a version."""
    assert isinstance(request.user, User)
    rows = Scenario.objects.all()
    scenario = record_for(request.user, rows, pk, to=Permission.EDIT_ASSESSMENT)
    expected = expected_version(request, given.version)
    changes = given.dict(exclude_none=True, exclude={"version", "reason", "archived"})
    if "group" in changes:
        changes["group"] = _group(changes["group"])
    if "year" in changes:
        _year(changes["year"])
    if given.archived is not None and changes:
        raise InputError("Send archived by itself; it is a change of its own in the trail.")
    told: dict[str, Any] = {"by": request.user, "expected": expected, "reason": given.reason}
    if given.archived is not None:
        set_archived(scenario, given.archived, **told)
    else:
        save_scenario(scenario, changes, **told)
    show_tag(response, scenario)
    return full(scenario)


def _group(name: str) -> str:
    """Name of a grouping as it is kept; refuse one that there is not."""
    return chosen_group(name).name if name else ""


def _year(year: int) -> int:
    first, last = panel().years
    if not first <= year <= last:
        raise InputError(f"The year {year} is outside the panel, which covers {first}-{last}.")
    return year


def row_of(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario as a row."""
    computed = {"id": scenario.pk, "scope": str(scenario.scope)}
    plain = set(ScenarioRow.model_fields) - set(computed)
    return {name: getattr(scenario, name) for name in plain} | computed


def full(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario with its model."""
    digest = model_from(scenario.recipe, scenario.name).digest
    return row_of(scenario) | {"recipe": scenario.recipe, "digest": digest}
