import pytest

from comity_web.assess.scenario_form import ScenarioForm
from comity_web.assess.scored import default_model
from tests.comity_web.assess.scenes import make_scenario

WHOLE = {
    "name": " Mine ",
    "note": "",
    "year": 2022,
    "group": "",
    "recipe": default_model().to_toml().replace("\n", "\r\n"),
    "reason": "Because.",
}


def test_what_is_saved_is_clean(db):
    form = ScenarioForm(WHOLE)
    assert form.is_valid(), form.errors
    assert form.content["name"] == "Mine"
    assert form.content["recipe"] == default_model().to_toml()
    assert "reason" not in form.content


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"recipe": "name = nope"}, "recipe", "the model, line 1: is not valid TOML"),
        ({"recipe": 'name = "x"'}, "recipe", "lacks the field 'construct'"),
        ({"name": ""}, "name", "required"),
        ({"name": "governance FIRST"}, "name", "of this name"),
        ({"year": "soon"}, "year", "whole number"),
    ],
)
def test_mistakes_are_told_at_their_field(people, changes, field, said):
    make_scenario(people["petra"])
    form = ScenarioForm({**WHOLE, **changes})
    assert not form.is_valid()
    assert said in form.errors[field][0]


def test_a_scenario_may_keep_its_own_name(people):
    scenario = make_scenario(people["petra"])
    assert ScenarioForm({**WHOLE, "name": scenario.name}, instance=scenario).is_valid()
