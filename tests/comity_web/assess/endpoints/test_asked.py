import pytest

from comity.assess.model import PropensityModel
from comity_web.assess.actions import create_scenario
from comity_web.assess.scored import default_model


@pytest.mark.parametrize("name", ["/etc/passwd", "../models/comity-default", "comity-defalt"])
def test_a_model_is_a_name_and_never_a_file(program, name):
    refused = program("vera").send("POST", "/scores", {"model": name}, 404)
    assert refused["detail"].startswith("There is no model called")


def test_a_model_sent_as_toml_is_the_model_that_it_was(program):
    toml = default_model().to_toml()
    found = program("vera").send("POST", "/scores", {"toml": toml, "year": 2020})
    assert found["digest"] == default_model().digest


def test_weights_change_the_model_and_an_unknown_construct_is_refused(program):
    vera = program("vera")
    found = vera.send("POST", "/scores", {"construct_weights": {"governance": 3}, "year": 2020})
    assert found["digest"] == default_model().with_weights({"governance": 3}).digest
    vera.send("POST", "/scores", {"construct_weights": {"charm": 3}}, 404)


def test_a_mistake_in_a_model_is_named_with_its_line(program):
    toml = default_model().to_toml().replace('rule = "available"', 'rule = "guess"')
    refused = program("vera").send("POST", "/scores", {"toml": toml}, 400)
    assert "guess" in refused["detail"]
    assert "line" in refused["detail"]


def test_a_scenario_gives_model_year_and_group_to_those_who_may_read_it(program, people):
    model = PropensityModel.default().with_weights({"governance": 2})
    draft = create_scenario(
        name="Mine", model=model, year=2015, group="AFRICOM", by=people["pablo"]
    )
    found = program("pablo").get(f"/scores?scenario={draft.pk}")
    assert (found["digest"], found["year"], found["group"]) == (model.digest, 2015, "AFRICOM")
    assert program("pablo").get(f"/scores?scenario={draft.pk}&year=2016")["year"] == 2016
    program("vera").get(f"/scores?scenario={draft.pk}", 404)
    program("kofi").get(f"/scores?scenario={draft.pk}", 404)


def test_a_scenario_and_a_model_at_once_are_refused(program):
    sent = {"scenario": 1, "toml": default_model().to_toml()}
    assert "not both" in program("petra").send("POST", "/scores", sent, 400)["detail"]
