"""The wild cluster bootstrap of one coefficient, with the null imposed.

For few or uneven clusters, where t with G - 1 degrees rejects too often. Each draw gives every
cluster's residuals a random sign; from the clusters' cross products a draw costs a few products of
short vectors (:cite:p:`roodman2019,mackinnon2023`), and the interval comes from inverting the test
on the same draws.
"""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_blocks import ClusterBlocks, pseudo_inverse
from comity.methods.panel_draws import cluster_signs
from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class WildBootstrap:
    """Result of a wild cluster bootstrap.

    Parameters
    ----------
    estimate, statistic
        The coefficient and its t against the null.
    p_value
        Share of draws with a larger absolute t; the sample counts as one of them.
    low, high
        95 % interval: values that the test does not reject; infinite where it rejects none.
    draws
        Absolute draws of t ``(B,)``.
    enumerated
        Whether every sign vector was taken once.
    weights
        Kind of random weights.
    clusters
        Number of clusters.
    """

    estimate: float
    statistic: float
    p_value: float
    low: float
    high: float
    draws: FloatArray
    enumerated: bool
    weights: str
    clusters: int


@dataclass(frozen=True, slots=True, eq=False)
class _Pieces:
    """What a draw is made of; scores are linear in the null value.

    ``intercept + null * slope`` are the restricted scores ``(G, q)``; ``direction`` is the row of
    the bread that makes the coefficient ``(q,)``; ``spill`` says how the estimated coefficients
    come back into each cluster's score ``(G, q)``.
    """

    intercept: FloatArray
    slope: FloatArray
    direction: FloatArray
    spill: FloatArray
    estimate: float
    scores: FloatArray


def wild_bootstrap(
    blocks: ClusterBlocks,
    regressors: IntArray,
    outcome: int,
    term: int,
    *,
    null: float = 0.0,
    draws: int = 9_999,
    weights: str = "rademacher",
    seed: int = 1,
    interval: bool = True,
) -> WildBootstrap:
    """Test one coefficient.

    Parameters
    ----------
    regressors
        Positions of the terms among the columns of the blocks ``(K,)``.
    outcome
        Position of the outcome.
    term
        Which of the regressors is tested.
    null
        Value under the null.
    draws
        Draws; fewer where there are fewer sign vectors.
    weights
        ``rademacher`` or ``webb`` (six points, for about a dozen clusters or fewer).
    seed
        Seed of the random stream.
    interval
        Whether the 95 % interval is found too.
    """
    pieces = _pieces(blocks, regressors, outcome, term)
    signs, enumerated = cluster_signs(draws, len(blocks), kind=weights, seed=seed)
    test = _Test(pieces, signs, enumerated=enumerated, both=interval)
    absolute = test.draws(null)
    low, high = test.interval() if interval else (float("nan"), float("nan"))
    return WildBootstrap(
        pieces.estimate,
        test.statistic(null),
        test.p_value(null),
        low,
        high,
        absolute,
        enumerated,
        weights,
        len(blocks),
    )


def _pieces(blocks: ClusterBlocks, regressors: IntArray, outcome: int, term: int) -> _Pieces:
    dummies = np.arange(blocks.width, blocks.blocks.shape[1])
    at = np.concatenate([regressors, dummies]).astype(np.int64)
    cross = blocks.blocks[:, at[:, None], at]
    right = blocks.blocks[:, at, outcome]
    total, total_right = cross.sum(axis=0), right.sum(axis=0)
    bread = pseudo_inverse(total)
    others = np.delete(np.arange(len(at)), term)
    inner = pseudo_inverse(total[np.ix_(others, others)])
    at_zero, by_null = np.zeros(len(at)), np.zeros(len(at))
    at_zero[others] = inner @ total_right[others]
    by_null[others] = -inner @ total[others, term]
    by_null[term] = 1.0
    beta = bread @ total_right
    direction = bread[term]
    return _Pieces(
        right - cross @ at_zero,
        -(cross @ by_null),
        direction,
        np.einsum("q,gqr->gr", direction, cross) @ bread,
        float(beta[term]),
        (right - cross @ beta) @ direction,
    )


class _Test:
    """The bootstrap test as a function of the null value, on one set of draws."""

    def __init__(self, pieces: _Pieces, signs: FloatArray, *, enumerated: bool, both: bool) -> None:
        self._pieces, self._enumerated = pieces, enumerated
        self._own = float(np.sqrt(pieces.scores @ pieces.scores))
        scores = (pieces.intercept, pieces.slope) if both else (pieces.intercept,)
        reduced = [s @ pieces.direction for s in scores]
        width = pieces.spill.shape[1]
        stacked = np.hstack([*scores, *(c[:, None] * pieces.spill for c in reduced)])
        sums = signs @ stacked
        self._moved = [sums[:, i * width : (i + 1) * width] for i in range(len(scores))]
        self._cross = [
            sums[:, (len(scores) + i) * width : (len(scores) + i + 1) * width]
            for i in range(len(scores))
        ]
        self._inner = pieces.spill.T @ pieces.spill
        self._reduced = reduced
        plain = bool((np.abs(signs[:1]) == 1.0).all()) and bool((np.abs(signs) == 1.0).all())
        self._squares = None if plain else signs**2

    def statistic(self, null: float) -> float:
        """T of the sample."""
        return (self._pieces.estimate - null) / self._own

    def draws(self, null: float) -> FloatArray:
        """Absolute t of each draw ``(B,)``."""
        moved, cross, reduced = self._moved[0], self._cross[0], self._reduced[0]
        if len(self._moved) > 1:
            moved = moved + null * self._moved[1]
            cross = cross + null * self._cross[1]
            reduced = reduced + null * self._reduced[1]
        top = moved @ self._pieces.direction
        own = float(reduced @ reduced) if self._squares is None else self._squares @ reduced**2
        spread = own - 2 * np.einsum("bq,bq->b", moved, cross)
        spread += np.einsum("bq,bq->b", moved @ self._inner, moved)
        out: FloatArray = np.abs(top) / np.sqrt(np.maximum(spread, np.finfo(float).tiny))
        return out

    def p_value(self, null: float) -> float:
        """Share of draws at least as extreme as the sample."""
        absolute = self.draws(null)
        extreme = int((absolute >= abs(self.statistic(null)) * (1 - 1e-10)).sum())
        if self._enumerated:
            # All signs alike give the sample's own t, whatever rounding does far from the estimate.
            return max(extreme, 2) / len(absolute)
        return (extreme + 1) / (len(absolute) + 1)

    def interval(self, level: float = 0.05) -> tuple[float, float]:
        """Values that are not rejected, by bisection from the estimate outwards."""
        return self._bound(-1.0, level), self._bound(1.0, level)

    def _bound(self, side: float, level: float) -> float:
        inside, reach = self._pieces.estimate, 2.0 * self._own
        outside = inside + side * reach
        for _ in range(12):
            if self.p_value(outside) < level:
                break
            reach *= 2
            outside = self._pieces.estimate + side * reach
        else:
            return side * float("inf")
        while abs(outside - inside) > 1e-6 * self._own:
            middle = (inside + outside) / 2
            if self.p_value(middle) < level:
                outside = middle
            else:
                inside = middle
        return (inside + outside) / 2
