"""The starting models of the studio: what ships with Comity, and every saved version of a scenario."""

import re
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from comity.assess.model import PropensityModel
from comity.terms.errors import UnknownName
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.assess.models import Scenario, ScenarioVersion
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import default_model, opening_year
from comity_web.assess.studio_settings import DEFAULT_BASE, StudioSettings, read_settings
from comity_web.records.fetching import record_for

_SCENARIO = re.compile(r"scenario-(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Start:
    """A model to begin from.

    Parameters
    ----------
    base
        Its name in addresses; a scenario's names the version, so that the address keeps its meaning.
    title
        For people.
    model, year, group
        What it scores.
    scenario, version
        The saved scenario, where it is one.
    """

    base: str
    title: str
    model: PropensityModel
    year: int
    group: str | None = None
    scenario: Scenario | None = None
    version: ScenarioVersion | None = None


def start_named(user: User | AnonymousUser, base: str) -> Start:
    """Return a starting model by its name in addresses.

    Raises
    ------
    UnknownName
        If there is no such model.
    Http404
        If there is no such scenario, or the user may not read it.
    """
    if base in {"", DEFAULT_BASE}:
        model = default_model()
        return Start(DEFAULT_BASE, model.title or model.name, model, opening_year())
    found = _SCENARIO.fullmatch(base)
    if found is None:
        raise UnknownName("starting model", base, (DEFAULT_BASE, "scenario-1"))
    scenario = record_for(user, Scenario.objects.all(), found[1], to=Permission.READ)
    return start_of(scenario, int(found[2]) if found[2] else None)


def start_of(scenario: Scenario, number: int | None = None) -> Start:
    """Return a saved scenario as a starting model.

    Parameters
    ----------
    number
        Of a version: what stood then; what stands now where left out.
    """
    number = scenario.version if number is None else number
    version = scenario.versions.filter(number__lte=number).first()
    if version is None:
        raise UnknownName("version", str(number), [str(v.number) for v in scenario.versions.all()])
    model = model_from(version.recipe, version.name)
    base = f"scenario-{scenario.pk}-{version.number}"
    title = f"{version.name} (version {version.number})"
    return Start(base, title, model, version.year, version.group or None, scenario, version)


def settings_of(user: User | AnonymousUser, data: QueryDict) -> tuple[Start, StudioSettings]:
    """Read a form or an address of the studio for somebody."""
    start = start_named(user, data.get("base", ""))
    settings = read_settings(data, start.base, start.model, year=start.year, group=start.group)
    return start, settings
