import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from comity.methods.ranks import ascending_units, count_ranks, rank_descending, ranks_of_draws


def scores(seed: int, *, ties: bool, negative: bool, n: int = 40, draws: int = 30):
    x = np.random.default_rng(seed).normal(size=(draws, n)) * 3 + (0 if negative else 30)
    return np.round(x, 0) if ties else x


@given(st.integers(0, 200), st.booleans(), st.booleans(), st.integers(1, 300))
def test_ranks_agree_with_scipy(seed, ties, negative, n):
    x = scores(seed, ties=ties, negative=negative, n=n)
    expected = rankdata(-x, method="min", axis=1)
    np.testing.assert_array_equal(ranks_of_draws(x), expected)
    counts = np.array([np.bincount(expected[:, i].astype(int) - 1, minlength=n) for i in range(n)])
    np.testing.assert_array_equal(count_ranks(x), counts)


def test_scores_that_differ_only_in_their_last_bits_are_told_apart():
    base = np.full((3, 200), 0.5)
    steps = np.random.default_rng(1).permutation(200)
    x = base + steps * np.finfo(float).eps / 2
    np.testing.assert_array_equal(ranks_of_draws(x)[0], rankdata(-x[0], method="min"))


def test_zero_and_minus_zero_tie():
    assert ranks_of_draws(np.array([[0.0, -0.0, 1.0]])).tolist() == [[2, 2, 1]]


def test_sorting_leaves_the_scores_alone():
    x = scores(1, ties=False, negative=True)
    before = x.copy()
    units, close = ascending_units(x)
    np.testing.assert_array_equal(x, before)
    np.testing.assert_array_equal(units, np.argsort(x, axis=1))
    assert len(close) == 0


@given(st.lists(st.floats(-5, 5) | st.just(float("nan")), min_size=1, max_size=20))
def test_rank_descending_leaves_nan_unranked(values):
    x = np.array(values)
    rank = rank_descending(x)
    known = ~np.isnan(x)
    assert (rank[~known] == 0).all()
    if known.any():
        np.testing.assert_array_equal(rank[known], rankdata(-x[known], method="min"))
