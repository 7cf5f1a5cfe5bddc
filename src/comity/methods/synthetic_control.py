"""Synthetic control of one treated unit, ranked against the same done to every other unit."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from comity.terms.arrays import FloatArray
from comity.terms.errors import InputError

_SUM = 1e4


@dataclass(frozen=True, slots=True, eq=False)
class SyntheticControl:
    """A treated unit against a weighted mean of others.

    Parameters
    ----------
    weights
        Weight of each donor, zero or more, summing to one ``(donors,)``.
    gap
        Treated less synthetic in each period ``(periods,)``.
    fit
        Root mean squared gap before treatment.
    ratio
        Root mean squared gap after treatment over that before.
    placebo_ratios
        The same ratio with each donor in the place of the treated unit ``(donors,)``.
    rank, p_value
        Place of the treated unit's ratio among all, 1 for the largest, and that place over their
        number: the smallest possible p-value is one over the number of units.
    """

    weights: FloatArray
    gap: FloatArray
    fit: float
    ratio: float
    placebo_ratios: FloatArray
    rank: int
    p_value: float


def synthetic_control(outcomes: FloatArray, treated: int, start: int) -> SyntheticControl:
    """Match a unit's outcomes before treatment by a weighted mean of the others.

    Parameters
    ----------
    outcomes
        Units by periods ``(units, periods)``, complete.
    treated
        Row of the treated unit.
    start
        First treated period.

    References
    ----------
    :cite:p:`abadie2010`, with outcomes before treatment as the only predictors.

    Raises
    ------
    InputError
        If a value is missing, or there are fewer than two periods before treatment or two donors.
    """
    outcomes = np.asarray(outcomes, dtype=float)
    units, periods = outcomes.shape
    if not np.isfinite(outcomes).all():
        raise InputError("A synthetic control needs every unit in every period.")
    if not 2 <= start < periods or units < 3:
        raise InputError("A synthetic control needs two earlier periods, a later one, two donors.")
    donors = np.delete(np.arange(units), treated)
    weights, gap = _one(outcomes, treated, donors, start)
    # The treated unit is no donor of a placebo: its outcome after the start is what is in question.
    placebo = [_one(outcomes, int(d), donors[donors != d], start)[1] for d in donors]
    ratios = np.array([_ratio(g, start) for g in placebo])
    ratio = _ratio(gap, start)
    rank = 1 + int((ratios >= ratio).sum())
    fit = float(np.sqrt((gap[:start] ** 2).mean()))
    return SyntheticControl(weights, gap, fit, ratio, ratios, rank, rank / units)


def _one(
    outcomes: FloatArray, unit: int, donors: "np.typing.NDArray[np.int64]", start: int
) -> tuple[FloatArray, FloatArray]:
    pool, own = outcomes[donors], outcomes[unit]
    centre, scale = own[:start].mean(), max(float(pool[:, :start].std()), 1e-300)
    left = (pool[:, :start].T - centre) / scale
    right = (own[:start] - centre) / scale
    # A heavy last row makes the weights sum to one.
    heavy = np.vstack([left, np.full(len(donors), _SUM)])
    weights = nnls(heavy, np.append(right, _SUM))[0]
    weights = weights / weights.sum()
    return weights, own - weights @ pool


def _ratio(gap: FloatArray, start: int) -> float:
    before = float(np.sqrt((gap[:start] ** 2).mean()))
    after = float(np.sqrt((gap[start:] ** 2).mean()))
    return after / before if before > 0 else float("inf")
