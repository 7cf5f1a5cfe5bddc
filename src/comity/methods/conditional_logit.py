"""Logit within units: what goes with an event once all that is constant in a unit is taken out."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize

from comity.methods.panel_demean import dense_codes
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError


@dataclass(frozen=True, slots=True, eq=False)
class ConditionalLogit:
    """Coefficients of a conditional logit.

    Parameters
    ----------
    beta, covariance
        ``(K,)`` and ``(K, K)``; the covariance is the inverse of the information.
    log_likelihood
        At the maximum.
    units, nobs
        Units whose outcome varies, and their rows; the others say nothing and are left out.
    left_out
        Units whose outcome never varies.
    """

    beta: FloatArray
    covariance: FloatArray
    log_likelihood: float
    units: int
    nobs: int
    left_out: int

    @property
    def std_errors(self) -> FloatArray:
        """Standard errors ``(K,)``."""
        return np.sqrt(np.diag(self.covariance))


def fit_conditional_logit(y: FloatArray, X: FloatArray, unit: IntArray) -> ConditionalLogit:
    """Maximise the likelihood of which rows have the event, given how many of a unit have it.

    The sum over all ways to place a unit's events is built row by row, so it is exact for any
    number of events.

    Parameters
    ----------
    y
        Zeros and ones ``(n,)``.
    X
        Terms that vary within units, without a constant ``(n, K)``.
    unit
        Codes ``(n,)``.

    References
    ----------
    :cite:p:`chamberlain1980`.

    Raises
    ------
    InputError
        If the outcome is not zeros and ones.
    DataMissing
        If no unit's outcome varies, or a term does not vary within units or predicts perfectly.
    """
    if not np.isin(y, (0.0, 1.0)).all():
        raise InputError("A conditional logit needs an outcome of zeros and ones.")
    code, units = dense_codes(unit)
    events, rows = np.bincount(code, weights=y), np.bincount(code)
    varies = (events > 0) & (events < rows)
    if not varies.any():
        raise DataMissing("No unit's outcome varies, so a conditional logit has nothing to go on.")
    inside = varies[code]
    order = np.argsort(code[inside], kind="stable")
    y, X, code = y[inside][order], X[inside][order], code[inside][order]
    scale = X.std(axis=0)
    scaled = X / np.where(scale > 0, scale, 1.0)
    bounds = np.flatnonzero(np.r_[True, code[1:] != code[:-1], True])
    groups = [slice(a, b) for a, b in pairwise(bounds)]

    def negative(beta: FloatArray) -> tuple[float, FloatArray]:
        parts = [_unit(y[g], scaled[g], beta) for g in groups]
        return -float(sum(v for v, _ in parts)), -np.sum([slope for _, slope in parts], axis=0)

    found = minimize(
        negative, np.zeros(X.shape[1]), jac=True, method="BFGS", options={"gtol": 1e-9}
    )
    hessian = _hessian(lambda b: negative(b)[1], found.x)
    values = np.linalg.eigvalsh(hessian)
    if values.min() <= 1e-8 * max(values.max(), 1e-300) or np.abs(found.x).max() > 30:
        raise DataMissing(
            "A term does not vary within units or predicts the outcome perfectly; leave it out."
        )
    divide = np.where(scale > 0, scale, 1.0)
    covariance = np.linalg.inv(hessian) / np.outer(divide, divide)
    return ConditionalLogit(
        found.x / divide, covariance, -float(found.fun), int(varies.sum()), len(y),
        units - int(varies.sum()),
    )  # fmt: skip


def _unit(y: FloatArray, X: FloatArray, beta: FloatArray) -> tuple[float, FloatArray]:
    """Log-likelihood of one unit and its slope."""
    index = X @ beta
    index = index - index.max()
    odds, events = np.exp(index), int(y.sum())
    ways = np.zeros(events + 1)
    slopes = np.zeros((events + 1, X.shape[1]))
    ways[0] = 1.0
    for row, weight in zip(X, odds, strict=True):
        slopes[1:] += weight * (slopes[:-1] + ways[:-1, None] * row)
        ways[1:] += weight * ways[:-1]
    total = max(ways[-1], 1e-300)
    return float(y @ index - np.log(total)), y @ X - slopes[-1] / total


def _hessian(slope: Callable[[FloatArray], FloatArray], at: FloatArray) -> FloatArray:
    """Central differences of the slope, made symmetric ``(K, K)``."""
    step = 1e-5
    columns = [
        (slope(at + step * unit) - slope(at - step * unit)) / (2 * step) for unit in np.eye(len(at))
    ]
    raw = np.column_stack(columns)
    out: FloatArray = (raw + raw.T) / 2
    return out
