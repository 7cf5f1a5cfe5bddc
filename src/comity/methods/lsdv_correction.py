"""The within estimator of a dynamic panel, corrected for Nickell's bias."""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_columns import Table, codes, shifted
from comity.methods.panel_demean import FixedEffects, dense_codes
from comity.methods.panel_design import independent
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import DataMissing

STEPS = 200


@dataclass(frozen=True, slots=True, eq=False)
class CorrectedLsdv:
    """Coefficients before and after the correction.

    Parameters
    ----------
    names
        ``lagged`` and the controls ``(K,)``.
    uncorrected, beta
        Within estimator and corrected one ``(K,)``.
    std_errors
        Of the corrected one, by resampling units ``(K,)``; NaN where no draws were asked for.
    nobs
        Rows used.
    """

    names: tuple[str, ...]
    uncorrected: FloatArray
    beta: FloatArray
    std_errors: FloatArray
    nobs: int


def lsdv_corrected(
    table: Table, outcome: str, controls: tuple[str, ...] = (), *, draws: int = 0, seed: int = 1
) -> CorrectedLsdv:
    """Subtract the leading term of the bias, evaluated at the corrected coefficients themselves.

    Parameters
    ----------
    table
        With unit and period named; each unit's rows should follow one another without a gap.
    outcome
        Column that depends on its own last value.
    controls
        Columns taken as strictly exogenous.
    draws
        Resamples of units for the errors.

    References
    ----------
    :cite:p:`kiviet1995,bruno2005`: the term of order 1/T, for unbalanced panels.

    Raises
    ------
    DataMissing
        If no unit has three rows in a row, a term does not vary within units, or the correction
        does not settle.
    """
    y = table.numbers(outcome)
    stacked = np.column_stack([y, shifted(table, y, 1), *(table.numbers(c) for c in controls)])
    rows = np.isfinite(stacked).all(axis=1)
    if not rows.any():
        raise DataMissing("No unit has two rows in a row.")
    values, unit = stacked[rows], dense_codes(codes(table.column(table.unit))[rows])[0]
    _check_variation(values, unit, ("lagged", *controls))
    first, beta = _corrected(values, unit)
    errors = np.full(len(beta), np.nan)
    if draws:
        random = np.random.default_rng(seed)
        found = np.array([_corrected(*_resample(values, unit, random))[1] for _ in range(draws)])
        errors = found.std(axis=0, ddof=1)
    return CorrectedLsdv(("lagged", *controls), first, beta, errors, len(values))


def _check_variation(values: FloatArray, unit: IntArray, names: tuple[str, ...]) -> None:
    if np.bincount(unit).max() < 2:
        raise DataMissing("No unit has three rows in a row, so nothing varies within units.")
    before = values[:, 1:] - values[:, 1:].mean(axis=0)
    within = FixedEffects((unit,)).demean(values[:, 1:])
    kept = independent(within.T @ within, original=(before**2).sum(axis=0))
    if not kept.all():
        lost = ", ".join(name for name, k in zip(names, kept, strict=True) if not k)
        raise DataMissing(
            f"Within units these say no more than the others: {lost}; leave them out."
        )


def _resample(
    values: FloatArray, unit: IntArray, random: np.random.Generator
) -> tuple[FloatArray, IntArray]:
    order = np.argsort(unit, kind="stable")
    ends = np.searchsorted(unit[order], np.arange(int(unit.max()) + 2))
    picks = random.integers(0, len(ends) - 1, len(ends) - 1)
    rows = [order[ends[u] : ends[u + 1]] for u in picks]
    code = np.repeat(np.arange(len(picks)), [len(r) for r in rows])
    return values[np.concatenate(rows)], code


def _corrected(values: FloatArray, unit: IntArray) -> tuple[FloatArray, FloatArray]:
    swept = FixedEffects((unit,)).demean(values)
    y, W = swept[:, 0], swept[:, 1:]
    # A resample may lack a period; its dummy then has no coefficient.
    bread = np.linalg.pinv(W.T @ W, hermitian=True)
    first = bread @ (W.T @ y)
    lengths = np.bincount(unit)
    beta = first.copy()
    free = len(y) - len(lengths) - W.shape[1]
    for _ in range(STEPS):
        residual = y - W @ beta
        variance = float(residual @ residual) / free
        bias = variance * _trace(float(np.clip(beta[0], -0.999, 0.999)), lengths) * bread[:, 0]
        fresh = first - bias
        if np.abs(fresh - beta).max() < 1e-10:
            return first, fresh
        beta = 0.5 * (fresh + beta)
    raise DataMissing("The bias correction does not settle; the panel is too short for it.")


def _trace(rho: float, lengths: IntArray) -> float:
    """Sum over units of the trace of (within transformation x lag x (I - rho lag)^-1)."""
    total = 0.0
    for length, units in zip(*np.unique(lengths, return_counts=True), strict=True):
        powers = rho ** np.arange(max(length - 1, 0))
        counts = np.arange(length - 1, 0, -1)
        total -= units * float(powers @ counts) / length
    return total
