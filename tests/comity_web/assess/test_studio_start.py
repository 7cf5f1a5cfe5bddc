import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, QueryDict

from comity.terms.errors import UnknownName
from comity_web.assess.actions import save_scenario
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import default_model, opening_year
from comity_web.assess.studio_start import settings_of, start_named, start_of
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def test_the_default_is_the_start_where_none_is_named(db):
    start = start_named(AnonymousUser(), "")
    assert (start.base, start.year, start.group) == ("comity-default", opening_year(), None)
    assert start.model is default_model()
    with pytest.raises(UnknownName, match="starting model"):
        start_named(AnonymousUser(), "rand")


def test_a_scenario_is_named_with_its_version_so_that_addresses_keep_their_meaning(people):
    scenario = make_scenario(people["petra"])
    old = scenario.recipe
    save_scenario(scenario, {"recipe": default_model().to_toml()}, by=people["petra"], expected=1)
    newest = start_named(people["petra"], f"scenario-{scenario.pk}")
    assert newest.base == f"scenario-{scenario.pk}-2"
    first = start_named(people["petra"], f"scenario-{scenario.pk}-1")
    assert first.model.digest == model_from(old).digest
    assert (first.year, first.group) == (2022, "AFRICOM")
    assert first.title == "Governance first (version 1)"
    with pytest.raises(UnknownName, match="version"):
        start_of(scenario, 0)


def test_a_move_between_saves_has_the_version_before_it(people):
    scenario = make_agreed(people)
    assert scenario.version == 3
    assert start_of(scenario).base == f"scenario-{scenario.pk}-1"


def test_a_draft_is_not_there_for_those_who_may_not_read_it(people):
    draft = make_scenario(people["petra"])
    with pytest.raises(Http404):
        start_named(people["vera"], f"scenario-{draft.pk}")
    agreed = make_agreed(people, name="Agreed")
    start, settings = settings_of(people["vera"], QueryDict(f"base=scenario-{agreed.pk}"))
    assert start.scenario == agreed
    assert settings.group == "AFRICOM"
