from dataclasses import replace

import numpy as np
import pytest

from comity.assess.model import PropensityModel
from comity.assess.model_file import shipped_models
from comity.assess.model_parts import Construct, IndicatorUse
from comity.terms.errors import RecipeError, UnknownName
from tests.reports.small_world import PARTNERS, small_model, small_panel


def test_the_default_has_ten_constructs_and_sixty_odd_indicators():
    model = PropensityModel.default()
    assert len(model.constructs) == 10
    assert len(model.indicators) >= 60
    assert model.status == "Comity default"
    np.testing.assert_allclose(model.tree.effective().sum(), 1.0)


@pytest.mark.parametrize("name", shipped_models())
def test_shipped_models_read_back_what_they_write(name, tmp_path):
    model = PropensityModel.load(name)
    path = tmp_path / "again.toml"
    path.write_text(model.to_toml(), encoding="utf-8")
    again = PropensityModel.load(path)
    assert again == model
    assert again.digest == model.digest


def test_a_models_own_scalings_and_ages_survive_the_round_trip(tmp_path):
    model = small_model()
    first = model.constructs[0]
    use = replace(
        first.indicators[0], scaling=model.scaling, max_age=3, optional=True, transform="asinh"
    )
    model = replace(
        model,
        constructs=(replace(first, indicators=(use, *first.indicators[1:])), *model.constructs[1:]),
    )
    path = tmp_path / "m.toml"
    path.write_text(model.to_toml(), encoding="utf-8")
    assert PropensityModel.load(path) == model


def test_other_weights_make_another_model_and_leave_the_first_alone():
    model = small_model()
    other = model.with_weights({"means": 5.0}, {"test.rule": 4.0})
    assert other.constructs[1].weight == 5.0
    assert other.uses[0].weight == 4.0
    assert model.uses[0].weight == 1.0
    assert other.digest != model.digest


def test_the_digest_ignores_words_and_heeds_numbers():
    model = small_model()
    assert replace(model, title="Other", notes="x").digest == model.digest
    assert replace(model, aggregation=("geometric", "arithmetic")).digest != model.digest


def test_without_drops_indicators_and_empty_constructs():
    model = small_model().without(["test.votes", "test.visits", "test.exercises"])
    assert [c.id for c in model.constructs] == ["institutions", "means"]


@pytest.mark.parametrize(
    "call",
    [
        lambda m: m.without(["test.rul"]),
        lambda m: m.with_weights({"meens": 1}),
        lambda m: m.with_weights(indicators={"test.rul": 1}),
        lambda _: PropensityModel.load("comity-defualt"),
    ],
)
def test_unknown_names_suggest_the_nearest(call):
    with pytest.raises(UnknownName, match="Did you mean"):
        call(small_model())


def test_models_that_cannot_be_used_are_refused():
    one = Construct("a", (IndicatorUse("x"),))
    with pytest.raises(RecipeError, match="no construct"):
        PropensityModel("m", ())
    with pytest.raises(RecipeError, match="'a' appears twice"):
        PropensityModel("m", (one, one))
    with pytest.raises(RecipeError, match="'x' appears twice"):
        PropensityModel("m", (one, replace(one, id="b")))
    with pytest.raises(RecipeError, match="is -1"):
        small_model().with_weights({"means": -1.0})


def test_a_value_set_by_hand_carries_its_reason_into_the_result(tmp_path):
    model = small_model().with_override("Kenya", "test.rule", 2.5, reason="New census.")
    model = model.with_override("KEN", "test.rule", 3.5, reason="Corrected census.")
    assert [o.value for o in model.overrides] == [3.5]
    path = tmp_path / "m.toml"
    path.write_text(model.to_toml(), encoding="utf-8")
    assert PropensityModel.load(path) == model
    scores = model.score(small_panel(), year=2022, partners=PARTNERS)
    i = scores.row("KEN")
    assert scores.snapshot.values[i, 0] == 3.5
    assert np.isnan(scores.snapshot.errors[i, 0])
    assert "test.rule of KEN is set to 3.5: Corrected census." in scores.provenance.assumed
    assert model.digest != small_model().digest


def test_an_override_needs_a_reason_and_an_indicator_of_the_model():
    with pytest.raises(RecipeError, match="no reason"):
        small_model().with_override("KEN", "test.rule", 1.0, reason=" ")
    with pytest.raises(UnknownName, match="Did you mean"):
        small_model().with_override("KEN", "test.ruled", 1.0, reason="x")
    with pytest.raises(RecipeError, match="must be a number"):
        small_model().with_override("KEN", "test.rule", float("nan"), reason="x")
