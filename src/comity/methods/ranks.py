"""Ranks and how often each rank is taken."""

import numpy as np

from comity.terms.arrays import FloatArray, IntArray


def rank_descending(score: FloatArray) -> IntArray:
    """Rank of each unit, 1 for the highest score; ties take the smallest rank.

    Parameters
    ----------
    score
        ``(n,)``; NaN is not ranked.

    Returns
    -------
    IntArray
        ``(n,)``; 0 where the score is NaN.

    Examples
    --------
    >>> import numpy as np
    >>> rank_descending(np.array([0.2, 0.9, np.nan, 0.2])).tolist()
    [2, 1, 0, 2]
    """
    known = ~np.isnan(score)
    ascending = np.sort(score[known])
    above = len(ascending) - np.searchsorted(ascending, score[known], side="right")
    rank = np.zeros(len(score), dtype=np.int64)
    rank[known] = above + 1
    return rank


def ascending_units(scores: FloatArray) -> tuple[IntArray, IntArray]:
    """Unit that takes each place in every draw, lowest score first, and the rows with ties.

    A sort of (score, unit) pairs costs three times a sort of plain integers, so the unit's number
    is written into the lowest bits of the score's own bit pattern and the integers are sorted.
    Rows in which two scores agree in all the other bits are sorted again in full, so the answer is
    exact.

    Parameters
    ----------
    scores
        ``(draws, n)`` without NaN, in C order.

    Returns
    -------
    tuple
        Units ``(draws, n)``, and the numbers of the draws that may hold tied scores.
    """
    n = scores.shape[1]
    low = np.int64((1 << max(1, (n - 1).bit_length())) - 1)
    # Adding zero copies the scores and turns -0.0 into 0.0, which equal each other.
    keys = (scores + 0.0).view(np.int64)
    # Integer order equals float order once the patterns of negative numbers are turned round.
    if keys.min() < 0:
        keys ^= (keys >> np.int64(63)) & np.int64(0x7FFFFFFFFFFFFFFF)
    keys &= ~low
    keys |= np.arange(n)
    keys.sort(axis=1)
    close = np.flatnonzero((((keys[:, 1:] ^ keys[:, :-1]) & ~low) == 0).any(axis=1))
    keys &= low
    keys[close] = np.argsort(scores[close], axis=1, kind="stable")
    return keys, close


def ranks_of_draws(scores: FloatArray) -> IntArray:
    """Rank of every unit in every draw, 1 for the highest; ties take the smallest rank.

    Parameters
    ----------
    scores
        ``(draws, n)`` without NaN, in C order.

    Returns
    -------
    IntArray
        ``(draws, n)``, 1 to n.
    """
    units, close = ascending_units(scores)
    ranks = np.empty(units.shape, dtype=np.int64)
    n = scores.shape[1]
    np.put_along_axis(ranks, units, np.broadcast_to(np.arange(n, 0, -1), units.shape), axis=1)
    if len(close):
        ranks[close] = _tied_ranks(scores[close], units[close])
    return ranks


def _tied_ranks(scores: FloatArray, units: IntArray) -> IntArray:
    """Ranks of draws in which scores may be equal: ties take the smallest rank."""
    n = scores.shape[1]
    ordered = np.take_along_axis(scores, units, axis=1)[:, ::-1]
    place = np.broadcast_to(np.arange(1, n + 1), ordered.shape).copy()
    place[:, 1:][ordered[:, 1:] == ordered[:, :-1]] = 0
    place = np.maximum.accumulate(place, axis=1)
    ranks = np.empty_like(place)
    np.put_along_axis(ranks, units[:, ::-1], place, axis=1)
    return ranks


def count_ranks(scores: FloatArray) -> IntArray:
    """How often each unit takes each rank.

    Parameters
    ----------
    scores
        ``(draws, n)`` without NaN, in C order.

    Returns
    -------
    IntArray
        ``(n, n)``: row is the unit, column is rank minus one; each row adds up to ``draws``.
    """
    n = scores.shape[1]
    units, close = ascending_units(scores)
    units *= n
    units += np.arange(n - 1, -1, -1)
    if len(close):
        ranks = _tied_ranks(scores[close], (units[close] // n))
        units[close] = np.arange(n) * n + (ranks - 1)
    return np.bincount(units.ravel(), minlength=n * n).reshape(n, n).astype(np.int64)
