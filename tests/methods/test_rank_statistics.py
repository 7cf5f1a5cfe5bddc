import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.rank_statistics import (
    count_outranks,
    outrank_probability,
    quantile_of_counts,
    rank_statistics,
)


@given(st.integers(0, 500), st.integers(1, 60), st.sampled_from([0.05, 0.25, 0.5, 0.95]))
def test_quantiles_of_counts_equal_numpys_on_the_ranks_themselves(seed, draws, probability):
    ranks = np.random.default_rng(seed).integers(1, 9, (draws, 5))
    counts = np.array([np.bincount(ranks[:, i] - 1, minlength=8) for i in range(5)])
    np.testing.assert_allclose(
        quantile_of_counts(counts, probability), np.quantile(ranks, probability, axis=0)
    )
    stats = rank_statistics(counts)
    np.testing.assert_allclose(stats.mean, ranks.mean(axis=0))
    np.testing.assert_allclose(stats.sd, ranks.std(axis=0), atol=1e-9)


def test_ties_count_half():
    scores = np.array([[1.0, 2.0], [3.0, 3.0], [5.0, 4.0], [9.0, 1.0]])
    assert count_outranks(scores, [(0, 1), (1, 0)]).tolist() == [2.5, 1.5]
    assert outrank_probability(scores, [(0, 1)]).tolist() == [0.625]
    assert count_outranks(scores, []).tolist() == []
