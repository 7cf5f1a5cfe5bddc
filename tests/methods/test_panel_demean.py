import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.methods import panel_demean
from comity.methods.panel_demean import FixedEffects, dense_codes, nested_in, singletons
from comity.terms.errors import DataMissing
from tests.panel_reference import panel_frame


def by_dummies(effects, columns, weights=None):
    """Residuals by least squares on every dummy: slow and plain."""
    dummies = np.hstack([(e[:, None] == np.unique(e)).astype(float) for e in effects])
    root = np.ones(len(columns)) if weights is None else np.sqrt(weights)
    beta = np.linalg.lstsq(dummies * root[:, None], columns * root[:, None], rcond=None)[0]
    return columns - dummies @ beta


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("which", ["one", "two", "nested three", "crossed three"])
def test_equal_to_least_squares_on_dummies(which, weighted):
    frame = panel_frame().head(900)
    unit, year = frame["unit"].to_numpy(), frame["year"].to_numpy()
    effects = {
        "one": (unit,),
        "two": (unit, year),
        "nested three": (unit, year, frame["region"].to_numpy() * 10_000 + year),
        "crossed three": (unit % 20, year, (unit * 7 + year) % 15),
    }[which]
    columns = frame[["y", "x1", "treat"]].to_numpy() * [1, 1e6, 1]
    weights = frame["w"].to_numpy() if weighted else None
    found = FixedEffects(effects, weights).demean(columns)
    assert np.abs((found - by_dummies(effects, columns, weights)) / [1, 1e6, 1]).max() < 1e-10


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 60), st.integers(1, 3), st.integers(2, 8))
def test_holds_for_disconnected_and_tiny_panels(seed, n, ways, levels):
    draw = np.random.default_rng(seed)
    effects = tuple(draw.integers(0, levels, n) for _ in range(ways))
    columns = draw.normal(size=(n, 2))
    found = FixedEffects(effects).demean(columns)
    assert np.abs(found - by_dummies(effects, columns)).max() < 1e-8


def test_large_level_is_no_harm():
    """A column far from zero keeps its precision."""
    code = np.repeat([0, 1], 50)
    x = np.random.default_rng(0).normal(size=(100, 1))
    gap = FixedEffects((code,)).demean(x + 1e9) - FixedEffects((code,)).demean(x)
    assert np.abs(gap).max() < 1e-6


def test_no_effects_leave_columns_alone():
    assert np.array_equal(FixedEffects(()).demean(np.ones((3, 1))), np.ones((3, 1)))


def test_effects_that_hardly_meet_are_refused_after_enough_steps(monkeypatch):
    monkeypatch.setattr(panel_demean, "MAX_STEPS", 2)
    draw = np.random.default_rng(1)
    effects = tuple(draw.integers(0, 9, 80) for _ in range(3))
    with pytest.raises(DataMissing, match="did not converge"):
        FixedEffects(effects).demean(draw.normal(size=(80, 1)))


def test_nesting_and_gaps():
    assert not nested_in(np.array([0, 0]), np.array([1, 2]))
    assert dense_codes(np.array([7, 3, 7]))[0].tolist() == [1, 0, 1]


def test_singletons_are_found_again_after_each_removal():
    unit = np.array([0, 1, 1, 2, 2])
    year = np.array([0, 0, 1, 1, 1])
    assert singletons((unit, year)).tolist() == [True, True, True, False, False]
