"""The smallest change of weights that makes two units change places, as an optimisation."""

from dataclasses import dataclass

import numpy as np

from comity.methods.means import forward
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import RecipeError

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class WeightSwap:
    """Weights at which the lower unit draws level with the higher one.

    Parameters
    ----------
    possible
        Whether any weights do it; False where the higher unit is ahead on everything.
    moved
        Share of the total weight that has to move, 0-1: half the sum of absolute changes.
    weight
        The new weights, adding up to one ``(K,)``; the old ones where it is not possible.
    """

    possible: bool
    moved: float
    weight: FloatArray


def smallest_weight_change(
    higher: FloatArray, lower: FloatArray, weight: FloatArray, mean: str
) -> WeightSwap:
    """Find the weights closest to the given ones at which ``lower`` reaches ``higher``.

    The means are arithmetic on their own scale, so with the same members observed in both units
    this is one linear programme. Where a member is missing in one of them, the score is a ratio of
    two linear functions; for each common level ``t`` that both could meet it is again a linear
    programme, and the best ``t`` is searched for.

    Parameters
    ----------
    higher, lower
        Scores of the members for the two units ``(K,)``; NaN where missing.
    weight
        Given weights, adding up to one ``(K,)``.
    mean
        ``arithmetic``, ``geometric`` or ``harmonic``.

    Raises
    ------
    RecipeError
        For the worst-member mean, which has no weights.
    """
    if mean == "worst":
        raise RecipeError("The worst-construct score has no weights, so none can be changed.")
    seen_high, seen_low = ~np.isnan(higher), ~np.isnan(lower)
    sign = -1.0 if mean == "harmonic" else 1.0
    high = sign * forward(np.where(seen_high, higher, 1.0), mean)
    low = sign * forward(np.where(seen_low, lower, 1.0), mean)
    if (seen_high == seen_low).all():
        rows = np.where(seen_high, high - low, 0.0)[None, :]
        return _closest(weight, rows)
    return _search(weight, (high, seen_high), (low, seen_low))


def _search(
    weight: FloatArray, high: tuple[FloatArray, BoolArray], low: tuple[FloatArray, BoolArray]
) -> WeightSwap:
    """Best common level: a coarse grid, then the neighbourhood of its best point."""
    from scipy.optimize import minimize_scalar

    def at(level: float) -> WeightSwap:
        down = np.where(high[1], high[0] - level, 0.0)
        up = np.where(low[1], level - low[0], 0.0)
        return _closest(weight, np.vstack([down, up]))

    values = np.concatenate([high[0][high[1]], low[0][low[1]]])
    grid = np.linspace(values.min(), values.max(), 64)
    tried = [at(level) for level in grid]
    best = int(np.argmin([swap.moved if swap.possible else np.inf for swap in tried]))
    if not tried[best].possible:
        return tried[best]
    step = grid[1] - grid[0]
    found = minimize_scalar(
        lambda level: at(level).moved if at(level).possible else 1.0,
        bounds=(grid[best] - step, grid[best] + step),
        method="bounded",
        options={"xatol": 1e-9 * max(1.0, abs(grid[best]))},
    )
    fine = at(float(found.x))
    return fine if fine.possible and fine.moved <= tried[best].moved else tried[best]


def _closest(weight: FloatArray, rows: FloatArray) -> WeightSwap:
    """Weights with ``rows @ weight <= 0``, closest to the given ones in absolute change."""
    from scipy.optimize import linprog

    k = len(weight)
    # Variables: the new weights, then the absolute changes.
    cost = np.concatenate([np.zeros(k), np.full(k, 0.5)])
    eye = np.eye(k)
    upper = np.vstack(
        [
            np.hstack([rows, np.zeros_like(rows)]),
            np.hstack([eye, -eye]),
            np.hstack([-eye, -eye]),
        ]
    )
    bound = np.concatenate([np.zeros(len(rows)), weight, -weight])
    total = np.concatenate([np.ones(k), np.zeros(k)])[None, :]
    found = linprog(cost, A_ub=upper, b_ub=bound, A_eq=total, b_eq=[1.0], bounds=(0, None))
    if found.status != 0 or found.x is None:
        return WeightSwap(possible=False, moved=np.nan, weight=weight)
    new = np.asarray(found.x[:k], dtype=float)
    # The solver's own rounding is not a change of weight.
    new = np.where(np.abs(new - weight) < _ROUNDING, weight, np.maximum(new, 0.0))
    return WeightSwap(possible=True, moved=float(np.abs(new - weight).sum() / 2), weight=new)
