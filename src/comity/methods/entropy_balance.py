"""Entropy balancing: weights that make the untreated look like the treated in chosen means."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing, InputError

_CLOSE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class EntropyBalance:
    """Weights of the rows and how well they balance.

    Parameters
    ----------
    weights
        1 for treated rows; for the others, weights that sum to the number treated ``(n,)``.
    treated_means, before, after
        Means of each covariate among the treated, and among the others without and with weights.
    effective
        Effective number of untreated rows; far below their number means that few carry the weight.
    """

    weights: FloatArray
    treated_means: FloatArray
    before: FloatArray
    after: FloatArray
    effective: float


def entropy_balance(treated: BoolArray, covariates: FloatArray) -> EntropyBalance:
    """Weights closest to equal ones that match the treated group's means exactly.

    Parameters
    ----------
    treated
        ``(n,)``.
    covariates
        Columns to balance ``(n, p)``; add squares to balance variances too.

    References
    ----------
    :cite:p:`hainmueller2012`.

    Raises
    ------
    InputError
        If one of the groups is empty.
    DataMissing
        If no weights balance, because the treated lie outside what the untreated span.
    """
    treated = np.asarray(treated, dtype=bool)
    if treated.all() or not treated.any():
        raise InputError("Entropy balancing needs treated and untreated rows.")
    target = covariates[treated].mean(axis=0)
    spread = covariates.std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    gap = (covariates[~treated] - target) / spread

    def dual(multipliers: FloatArray) -> tuple[float, FloatArray]:
        index = gap @ multipliers
        top = index.max()
        raw = np.exp(index - top)
        total = raw.sum()
        return float(np.log(total) + top), gap.T @ (raw / total)

    # Where no weights balance, the multipliers run away; that is answered below.
    with np.errstate(over="ignore", invalid="ignore"):
        found = minimize(
            dual, np.zeros(gap.shape[1]), jac=True, method="BFGS", options={"gtol": 1e-10}
        )
    index = gap @ found.x
    share = np.exp(index - index.max())
    share /= share.sum()
    if not np.abs(gap.T @ share).max(initial=0) <= _CLOSE:
        raise DataMissing(
            "No weights balance these covariates: the treated lie outside what the untreated"
            " span; balance fewer covariates or choose other untreated rows."
        )
    weights = np.ones(len(treated))
    weights[~treated] = share * treated.sum()
    return EntropyBalance(
        weights,
        target,
        covariates[~treated].mean(axis=0),
        covariates[~treated].T @ share,
        float(1 / (share**2).sum()),
    )
