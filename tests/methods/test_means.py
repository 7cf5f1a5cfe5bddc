import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gmean, hmean

from comity.methods.means import MEANS, forward, inverse, mean_name, weighted_mean
from comity.terms.errors import RecipeError

rows = st.lists(st.floats(1, 100), min_size=1, max_size=8)


@given(rows, st.integers(0, 1000))
def test_means_agree_with_scipy(row, seed):
    x = np.array([row])
    w = np.random.default_rng(seed).random(len(row)) + 0.1
    np.testing.assert_allclose(weighted_mean(x, w, "arithmetic"), np.average(x, axis=1, weights=w))
    np.testing.assert_allclose(weighted_mean(x, w, "geometric"), gmean(x, axis=1, weights=w))
    np.testing.assert_allclose(weighted_mean(x, w, "harmonic"), hmean(x, axis=1, weights=w))
    np.testing.assert_allclose(weighted_mean(x, w, "worst"), x.min(axis=1))


@given(rows, st.sampled_from(MEANS))
def test_equal_inputs_give_that_input(row, mean):
    x = np.full((1, len(row)), row[0])
    np.testing.assert_allclose(weighted_mean(x, np.ones(len(row)), mean), row[0])


@given(rows, st.floats(0.01, 100), st.sampled_from(MEANS))
def test_a_constant_factor_on_the_weights_changes_nothing(row, factor, mean):
    x, w = np.array([row]), np.arange(1.0, len(row) + 1)
    np.testing.assert_allclose(weighted_mean(x, w, mean), weighted_mean(x, w * factor, mean))


def test_missing_values_take_their_weight_with_them():
    x = np.array([[1.0, np.nan, 4.0], [np.nan, np.nan, np.nan]])
    w = np.array([1.0, 5.0, 3.0])
    for mean, value in (("arithmetic", 3.25), ("geometric", 4**0.75), ("worst", 1.0)):
        got = weighted_mean(x, w, mean)
        assert got[0] == pytest.approx(value)
        assert np.isnan(got[1])


def test_weight_zero_takes_no_part_in_the_worst():
    assert weighted_mean(np.array([[1.0, 5.0]]), np.array([0.0, 1.0]), "worst").tolist() == [5.0]


@pytest.mark.parametrize("mean", ["geometric", "harmonic"])
def test_values_of_zero_are_refused(mean):
    with pytest.raises(RecipeError, match="positive"):
        forward(np.array([0.0]), mean)


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
def test_inverse_undoes_forward(mean):
    x = np.array([1.0, 2.5, 99.0])
    np.testing.assert_allclose(inverse(forward(x, mean), mean), x)


def test_short_names():
    assert mean_name("gmean") == "geometric"
    with pytest.raises(RecipeError, match="choose one of"):
        mean_name("median")
