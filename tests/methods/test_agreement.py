import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.agreement import Metric, Weights, alpha, kappa
from comity.terms.errors import InputError

N = np.nan
# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers,
# twelve units, five values, some missing.
FOUR_OBSERVERS = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ]
)


@pytest.mark.parametrize(
    ("metric", "printed"),
    [(Metric.NOMINAL, "0.743"), (Metric.ORDINAL, "0.815"), (Metric.INTERVAL, "0.849")],
)
def test_alpha_as_krippendorff_prints_it(metric, printed):
    found = alpha(FOUR_OBSERVERS, metric)
    assert f"{found.coefficient:.3f}" == printed
    assert (found.units, found.codes) == (11, 40)


def test_alpha_of_binary_codes_as_krippendorff_prints_it():
    """The same paper, example A: two observers, ten units, two values: 0.095."""
    codes = np.array([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0.0]])
    assert f"{alpha(codes).coefficient:.3f}" == "0.095"


def coders(table):
    first, second = [], []
    for i, row in enumerate(table):
        for j, count in enumerate(row):
            first += [i] * count
            second += [j] * count
    return np.array(first, float), np.array(second, float)


def test_kappa_of_cohens_own_table():
    """Cohen 1960, table 1: observed 0.29, by chance 0.35, kappa -0.09."""
    found = kappa(*coders([[25, 13, 12], [12, 2, 16], [3, 15, 2]]))
    assert 1 - found.observed_disagreement == pytest.approx(0.29)
    assert 1 - found.expected_disagreement == pytest.approx(0.35)
    assert f"{found.coefficient:.2f}" == "-0.09"


@pytest.mark.parametrize("weights", list(Weights))
def test_kappa_as_statsmodels_computes_it(weights):
    from statsmodels.stats.inter_rater import cohens_kappa

    table = np.array([[22, 5, 1, 0], [4, 15, 6, 2], [1, 7, 20, 3], [0, 1, 4, 9]])
    theirs = cohens_kappa(table, wt=None if weights is Weights.NONE else weights.value)
    assert kappa(*coders(table), weights).coefficient == pytest.approx(theirs.kappa, abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30))
def test_who_comes_first_does_not_matter(pairs):
    first, second = (np.array(c, float) for c in zip(*pairs, strict=True))
    one, two = kappa(first, second).coefficient, kappa(second, first).coefficient
    assert one == pytest.approx(two, nan_ok=True)
    assert alpha(np.array([first, second])).coefficient == pytest.approx(
        alpha(np.array([second, first])).coefficient, nan_ok=True
    )


@given(st.lists(st.integers(0, 3), min_size=2, max_size=20).filter(lambda c: len(set(c)) > 1))
def test_the_same_codes_are_perfect(codes):
    same = np.array(codes, float)
    assert kappa(same, same).coefficient == pytest.approx(1)
    for metric in Metric:
        assert alpha(np.array([same, same, same]), metric).coefficient == pytest.approx(1)


def test_codes_that_never_differ_say_nothing():
    """Chance would agree just as well; the coefficient is not a number, never 1."""
    same = np.ones(5)
    assert np.isnan(kappa(same, same).coefficient)
    assert np.isnan(alpha(np.array([same, same])).coefficient)


def test_units_coded_once_are_not_used():
    first, second = np.array([1, 2, N, 1]), np.array([1, 1, 2, N])
    assert kappa(first, second).units == 2
    assert alpha(np.array([first, second])).units == 2


def test_no_unit_twice_is_refused():
    with pytest.raises(InputError, match="code some units twice"):
        kappa(np.array([1, N]), np.array([N, 1]))
    with pytest.raises(InputError, match="code some units twice"):
        alpha(np.array([[1, N], [N, 1]]))
    with pytest.raises(InputError, match="the same"):
        kappa(np.ones(2), np.ones(3))


def test_plain_values():
    answer = alpha(FOUR_OBSERVERS).to_dict()
    assert answer["name"] == "Krippendorff's alpha, nominal"
    assert answer["units"] == 11
