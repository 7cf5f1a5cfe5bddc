import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata, zscore

from comity.methods.normalise import METHODS, Scaling, fit
from comity.terms.errors import RecipeError

values = st.lists(st.integers(-50, 50).map(float), min_size=3, max_size=30).filter(
    lambda v: len(set(v)) > 1
)
PARAMETERS = {"goalposts": {"low": -60.0, "high": 60.0}, "target": {"target": 55.0}}


def scaling(method: str) -> Scaling:
    return Scaling(method, PARAMETERS.get(method, {}))


@given(values)
def test_ranks_agree_with_scipy(sample):
    x = np.array(sample)
    n = len(x)
    assert fit(x, scaling("rank"))(x).tolist() == rankdata(x, "min").tolist()
    np.testing.assert_allclose(fit(x, scaling("prank"))(x), (rankdata(x, "min") - 1) / (n - 1))
    average = (rankdata(x, "average") - 1) / (n - 1)
    np.testing.assert_allclose(fit(x, scaling("percentile"))(x), average)


@given(values)
def test_zscore_agrees_with_scipy(sample):
    x = np.array(sample)
    ours = fit(x, Scaling("zscore", {"mean": 100, "sd": 10}))(x)
    np.testing.assert_allclose(ours, zscore(x, ddof=1) * 10 + 100)


@given(values, st.sampled_from(sorted(METHODS)))
def test_every_scaling_is_monotone(sample, method):
    x = np.sort(np.array(sample))
    assert (np.diff(fit(x, scaling(method))(x)) >= -1e-12).all()


@given(values, st.floats(0.1, 50), st.floats(-100, 100))
def test_units_do_not_matter(sample, factor, shift):
    x = np.array(sample)
    y = x * factor + shift
    for method in ("minmax", "zscore", "winsorised", "rank", "percentile", "logistic"):
        np.testing.assert_allclose(
            fit(x, scaling(method))(x), fit(y, scaling(method))(y), atol=1e-7
        )


@given(values)
def test_percentile_is_symmetric_under_direction(sample):
    x = np.array(sample)
    up, down = fit(x, scaling("percentile"))(x), fit(-x, scaling("percentile"))(-x)
    np.testing.assert_allclose(up + down, 1.0)


@given(values)
def test_percentile_ignores_monotone_transforms(sample):
    x = np.array(sample)
    y = np.exp(x / 50)
    np.testing.assert_array_equal(
        fit(x, scaling("percentile"))(x), fit(y, scaling("percentile"))(y)
    )


def test_the_reference_is_frozen():
    scaler = fit(np.array([0.0, 10.0, 20.0]), scaling("percentile"))
    assert scaler(np.array([-5.0, 5.0, 20.0, 99.0])).tolist() == [0.0, 0.5, 1.0, 1.0]
    assert fit(np.array([0.0, 10.0]), scaling("minmax"))(np.array([20.0])).tolist() == [2.0]


def test_missing_stays_missing():
    x = np.array([1.0, np.nan, 3.0])
    for method in METHODS:
        assert np.isnan(fit(x, scaling(method))(x)).tolist() == [False, True, False]


def test_winsorising_cuts_the_tails():
    x = np.arange(101.0)
    scaled = fit(x, Scaling("winsorised", {"tail": 0.05}))(x)
    assert scaled[:6].tolist() == [0.0] * 6
    assert scaled[50] == pytest.approx(0.5)
    assert scaled[-6:].tolist() == [1.0] * 6


def test_goalposts_and_target():
    posts = fit(np.array([1.0]), Scaling("goalposts", {"low": 0, "high": 10}))
    assert posts(np.array([-1.0, 5.0, 11.0])).tolist() == [0.0, 0.5, 1.0]
    target = fit(np.array([0.0, 4.0]), Scaling("target", {"target": 2.0}))
    assert target(np.array([0.0, 1.0, 2.0, 4.0])).tolist() == [0.0, 0.5, 1.0, 1.0]


def test_a_constant_reference_is_known():
    assert fit(np.array([2.0, 2.0, np.nan]), scaling("minmax")).constant
    assert not fit(np.array([2.0, 3.0]), scaling("minmax")).constant


@pytest.mark.parametrize(
    ("method", "parameters", "said"),
    [("bogus", {}, "minmax"), ("minmax", {"tail": 1}, "no parameter"), ("target", {}, "needs")],
)
def test_bad_scalings_are_refused(method, parameters, said):
    with pytest.raises(RecipeError, match=said):
        Scaling(method, parameters)
