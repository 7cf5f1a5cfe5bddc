"""What a question about scores is: year, grouping, and a model that ships, is saved, or is sent along."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from comity.assess.model import PropensityModel
from comity.assess.model_file import shipped_models
from comity.assess.scores import Scores
from comity.terms.errors import InputError, UnknownName
from comity_web.access.permissions import Permission
from comity_web.answers.sent import Sent
from comity_web.answers.values import GroupName, Key, Line, Year
from comity_web.assess.models import Scenario
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import opening_year, scores_of
from comity_web.records.fetching import record_for
from comity_web.site.computed import computed

Weight = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]


class Asked(Schema):
    """Whose scores, in which year, by which model."""

    year: Year | None = Field(None, description="The year of the model, else of the site.")
    group: GroupName | None = Field(
        None, examples=["AFRICOM"], description="A grouping; all partners where left out."
    )
    model: Line = Field("comity-default", description="A model that ships with Comity.")
    scenario: Key | None = Field(
        None, description="A saved scenario in place of a model; gives year and group too."
    )


class AskedWithModel(Asked, Sent):
    """The same with a model of your own."""

    toml: str | None = Field(
        None, max_length=100_000, description="A whole model as TOML, in place of a name."
    )
    construct_weights: dict[str, Weight] = Field(
        default_factory=dict, max_length=100, description="Changed weights of constructs, by id."
    )
    indicator_weights: dict[str, Weight] = Field(
        default_factory=dict, max_length=500, description="Changed weights of indicators, by id."
    )


def scores_asked(request: HttpRequest, asked: Asked) -> Scores:
    """Score as asked; kept like every answer of the site.

    Raises
    ------
    UnknownName
        If model, grouping or scenario are not known.
    InputError
        If the model cannot be run or the year is outside the panel.
    """
    model, year, group = _base(request, asked)
    if isinstance(asked, AskedWithModel) and (asked.construct_weights or asked.indicator_weights):
        model = model.with_weights(asked.construct_weights, asked.indicator_weights)
    return scores_of(year, group, model)


def shipped_model(name: str) -> PropensityModel:
    """Return a model that ships with Comity; a name is never taken for a file.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.
    """
    if name not in shipped_models():
        raise UnknownName("model", name, shipped_models())
    return computed(("model", name), lambda: PropensityModel.load(name))


def _base(request: HttpRequest, asked: Asked) -> tuple[PropensityModel, int, str | None]:
    toml = asked.toml if isinstance(asked, AskedWithModel) else None
    if toml is not None and asked.scenario is not None:
        raise InputError("Give a scenario or a model as TOML, not both.")
    if asked.scenario is not None:
        saved = record_for(request.user, Scenario.objects.all(), asked.scenario, to=Permission.READ)
        model = model_from(saved.recipe, saved.name)
        return model, asked.year or saved.year, asked.group or saved.group or None
    model = shipped_model(asked.model) if toml is None else model_from(toml, "toml")
    year = asked.year or model.reference.year or opening_year()
    return model, year, asked.group
