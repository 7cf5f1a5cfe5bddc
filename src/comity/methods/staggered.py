"""Staggered adoption: what treated units would have looked like, imputed from untreated rows.

With differing dates of treatment, two-way fixed effects compare units with others that are already
treated. Imputation does not: unit and period effects come from untreated rows only, and each
treated row is set against its own imputed value (:cite:p:`borusyak2024`).
"""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_demean import dense_codes
from comity.methods.panel_draws import cluster_counts
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError


@dataclass(frozen=True, slots=True, eq=False)
class Staggered:
    """Average of outcome less imputed outcome over treated rows, in all and by time since start.

    Parameters
    ----------
    estimate, std_error
        Over all treated rows; the error comes from resampling units.
    horizons
        Periods since the start ``(h,)``.
    by_horizon, by_horizon_error
        Average at each horizon and its error ``(h,)``.
    rows
        Treated rows that could be imputed.
    left_out
        Treated rows whose unit or period has no untreated row.
    """

    estimate: float
    std_error: float
    horizons: IntArray
    by_horizon: FloatArray
    by_horizon_error: FloatArray
    rows: int
    left_out: int


def impute_staggered(
    y: FloatArray,
    unit: IntArray,
    period: IntArray,
    first: FloatArray,
    *,
    draws: int = 199,
    seed: int = 1,
) -> Staggered:
    """Estimate with unit and period effects.

    Parameters
    ----------
    y, unit, period
        Outcome, code of the unit, and the period as a whole number ``(n,)``.
    first
        First treated period of the row's unit; NaN for units that are never treated ``(n,)``.
    draws
        Resamples of units for the errors.

    Raises
    ------
    InputError
        If no row is treated.
    DataMissing
        If no treated row can be imputed.
    """
    treated = period >= np.where(np.isnan(first), np.inf, first)
    if not treated.any():
        raise InputError("No row is treated; give the first treated period of each treated unit.")
    unit, units = dense_codes(unit)
    code, _ = dense_codes(period)
    since = np.where(treated, period - np.where(np.isnan(first), 0, first), -1).astype(np.int64)
    gap = _gaps(y, unit, code, treated, np.ones(len(y)))
    usable = treated & np.isfinite(gap)
    if not usable.any():
        raise DataMissing(
            "No treated row can be imputed: no untreated row shares its unit or period."
        )
    horizons = np.unique(since[usable])
    whole = _averages(gap, since, usable, horizons, np.ones(len(y)))
    drawn = np.empty((draws, len(horizons) + 1))
    for at, counts in enumerate(cluster_counts(draws, units, seed=seed)):
        weights = counts[unit]
        fresh = _gaps(y, unit, code, treated, weights)
        drawn[at] = _averages(fresh, since, usable & np.isfinite(fresh), horizons, weights)
    spread = np.nanstd(drawn, axis=0, ddof=1)
    lost = int((treated & ~usable).sum())
    return Staggered(
        float(whole[0]), float(spread[0]), horizons, whole[1:], spread[1:], int(usable.sum()), lost
    )


def _gaps(
    y: FloatArray, unit: IntArray, period: IntArray, treated: BoolArray, weights: FloatArray
) -> FloatArray:
    """Outcome less unit and period effects from untreated rows; NaN where one is unknown ``(n,)``."""
    known = ~treated & (weights > 0)
    units, periods = int(unit.max()) + 1, int(period.max()) + 1
    cross = np.zeros((units, periods))
    np.add.at(cross, (unit[known], period[known]), weights[known])
    by_unit = np.bincount(unit[known], weights[known], minlength=units)
    by_period = cross.sum(axis=0)
    sum_unit = np.bincount(unit[known], (weights * y)[known], minlength=units)
    sum_period = np.bincount(period[known], (weights * y)[known], minlength=periods)
    inverse = np.divide(1.0, by_unit, out=np.zeros(units), where=by_unit > 0)
    laplacian = np.diag(by_period) - cross.T @ (cross * inverse[:, None])
    right = sum_period - cross.T @ (sum_unit * inverse)
    effect = np.linalg.pinv(laplacian, hermitian=True) @ right
    own = (sum_unit - cross @ effect) * inverse
    out = y - own[unit] - effect[period]
    out[(by_unit[unit] == 0) | (by_period[period] == 0)] = np.nan
    return out


def _averages(
    gap: FloatArray, since: IntArray, usable: BoolArray, horizons: IntArray, weights: FloatArray
) -> FloatArray:
    out = np.full(len(horizons) + 1, np.nan)
    for at, rows in enumerate([usable, *(usable & (since == h) for h in horizons)]):
        total = weights[rows].sum()
        if total > 0:
            out[at] = weights[rows] @ gap[rows] / total
    return out
