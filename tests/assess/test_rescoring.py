from dataclasses import fields, replace

import numpy as np
import pytest

import comity
from comity.assess.model import COMITY_RANGE
from comity.assess.rescoring import rescore
from comity.methods.normalise import Scaling


@pytest.fixture(scope="module")
def panel():
    return comity.load_panel()


@pytest.fixture(scope="module")
def model():
    return comity.PropensityModel.default()


@pytest.fixture(scope="module")
def scores(panel, model):
    return model.score(panel, year=2019, group="AFRICOM")


def _same(a, b):
    if isinstance(a, np.ndarray):
        return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    if hasattr(a, "__slots__") and hasattr(a, "indicators"):
        return all(_same(getattr(a, f.name), getattr(b, f.name)) for f in fields(a))
    return a == b


CHANGES = {
    "weights": lambda m: m.with_weights({"governance": 3.0, "capacity": 0.0}),
    "indicator weights": lambda m: m.with_weights({}, {m.indicators[0]: 5.0}),
    "means": lambda m: replace(m, aggregation=("geometric", "harmonic")),
    "left out": lambda m: m.without(m.indicators[3:9:2]),
    "all at once": lambda m: replace(
        m.with_weights({"stability": 0.3}).without(m.indicators[-1:]),
        aggregation=("arithmetic", "geometric"),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_equals_scoring_anew_to_the_bit(scores, model, panel, change):
    changed = change(model)
    anew = changed.score(panel, year=2019, group="AFRICOM")
    again = rescore(scores, changed)
    assert again is not None
    differing = [
        f.name
        for f in fields(again)
        if f.name not in {"tree", "scalers"}
        and not _same(getattr(again, f.name), getattr(anew, f.name))
    ]
    assert differing == []
    for ours, theirs in zip(again.tree.levels, anew.tree.levels, strict=True):
        assert np.array_equal(ours.weight, theirs.weight)
    drawn = [s.rank_intervals(draws=50, seed=3).statistics.q95 for s in (again, anew)]
    assert np.array_equal(*drawn)


@pytest.mark.parametrize(
    "change",
    [
        lambda m: replace(m, scaling=Scaling("winsorised", COMITY_RANGE)),
        lambda m: replace(m, reference=replace(m.reference, year=2010)),
        lambda m: replace(m, missing=replace(m.missing, max_age=1)),
        lambda m: m.with_override("KEN", m.indicators[0], 1.0, reason="Because."),
    ],
)
def test_what_decides_a_scaled_value_has_to_be_scored_anew(scores, model, change):
    assert rescore(scores, change(model)) is None


def test_an_indicator_that_was_not_scored_has_to_be(scores, model, panel):
    fewer = model.without(model.indicators[:1])
    assert rescore(fewer.score(panel, year=2019, group="AFRICOM"), model) is None
