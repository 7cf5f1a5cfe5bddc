"""Summaries of how often each rank was taken."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class RankStatistics:
    """Mean, standard deviation, median, 5 % and 95 % quantile of each unit's rank ``(n,)``."""

    mean: FloatArray
    sd: FloatArray
    median: FloatArray
    q05: FloatArray
    q95: FloatArray


def rank_statistics(counts: IntArray) -> RankStatistics:
    """Summarise counts of ranks.

    Parameters
    ----------
    counts
        ``(n, n)``: row is the unit, column is rank minus one.

    Returns
    -------
    RankStatistics
        Exact for the draws; quantiles interpolate linearly between order statistics (R's type 7).
    """
    draws = counts.sum(axis=1)
    places = np.arange(1, counts.shape[1] + 1)
    mean = counts @ places / draws
    spread = np.sqrt(np.maximum(counts @ places**2 / draws - mean**2, 0.0))
    q05, median, q95 = (quantile_of_counts(counts, p) for p in (0.05, 0.5, 0.95))
    return RankStatistics(mean, spread, median, q05, q95)


def quantile_of_counts(counts: IntArray, probability: float) -> FloatArray:
    """Quantile of each row's ranks, as if every draw had been written out ``(n,)``."""
    upto = counts.cumsum(axis=1)
    draws = upto[:, -1]
    where = (draws - 1) * probability
    below = np.floor(where)
    low = (upto <= below[:, None]).sum(axis=1)
    high = (upto <= np.minimum(below + 1, draws - 1)[:, None]).sum(axis=1)
    return 1.0 + low + (where - below) * (high - low)


def outrank_probability(scores: FloatArray, pairs: Sequence[tuple[int, int]]) -> FloatArray:
    """Share of draws in which the first of each pair scores higher, ties counted half.

    Parameters
    ----------
    scores
        ``(draws, n)``.
    pairs
        Columns to compare.
    """
    return count_outranks(scores, pairs) / len(scores)


def count_outranks(scores: FloatArray, pairs: Sequence[tuple[int, int]]) -> FloatArray:
    """Count the draws in which the first of each pair scores higher, ties as a half."""
    if not pairs:
        return np.zeros(0)
    first, second = np.array(pairs, dtype=np.int64).T
    a, b = scores[:, first], scores[:, second]
    count: FloatArray = (a > b).sum(axis=0) + 0.5 * (a == b).sum(axis=0)
    return count
