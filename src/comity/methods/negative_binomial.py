"""Negative binomial counts (variance ``m + alpha m^2``), where the spread itself is of interest."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import digamma, gammaln

from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError


@dataclass(frozen=True, slots=True, eq=False)
class NegativeBinomial:
    """Coefficients and spread.

    Parameters
    ----------
    beta
        ``(K,)``.
    alpha
        Spread above Poisson; near zero, Poisson is enough.
    covariance
        Of the coefficients and of the logarithm of alpha ``(K + 1, K + 1)``.
    log_likelihood
        At the maximum.
    """

    beta: FloatArray
    alpha: float
    covariance: FloatArray
    log_likelihood: float

    @property
    def std_errors(self) -> FloatArray:
        """Standard errors of the coefficients ``(K,)``."""
        return np.sqrt(np.diag(self.covariance))[: len(self.beta)]


def fit_negative_binomial(
    y: FloatArray, X: FloatArray, offset: FloatArray | None = None
) -> NegativeBinomial:
    """Maximum likelihood of the model that is usually called NB2.

    Parameters
    ----------
    y
        Whole numbers of zero or more ``(n,)``.
    X
        Terms, the constant and any dummies among them ``(n, K)``.
    offset
        Logarithm of the exposure ``(n,)``.

    References
    ----------
    :cite:p:`cameron2013`.

    Raises
    ------
    InputError
        If the outcome is not counts.
    DataMissing
        If there is no more spread than Poisson has, or the terms are collinear.
    """
    if (y < 0).any() or (y != np.round(y)).any():
        raise InputError("A negative binomial model needs counts: whole numbers of zero or more.")
    shift = np.zeros(len(y)) if offset is None else offset
    scale = np.maximum(np.sqrt((X**2).mean(axis=0)), 1e-300)
    scaled = X / scale

    def negative(parameters: FloatArray) -> tuple[float, FloatArray]:
        return _negative(parameters, y, scaled, shift)

    start = np.linalg.lstsq(scaled, np.log(y + 0.5) - shift, rcond=None)[0]
    with np.errstate(over="ignore", invalid="ignore"):
        found = minimize(
            negative, np.append(start, 0.0), jac=True, method="BFGS",
            options={"gtol": 1e-7, "maxiter": 2_000},
        )  # fmt: skip
    step = 1e-5
    raw = np.column_stack(
        [
            (negative(found.x + step * e)[1] - negative(found.x - step * e)[1]) / (2 * step)
            for e in np.eye(len(found.x))
        ]
    )
    hessian = (raw + raw.T) / 2
    alpha = float(np.exp(found.x[-1]))
    values = np.linalg.eigvalsh(hessian)
    if alpha < 1e-6 or values.min() <= 1e-10 * values.max():
        raise DataMissing(
            "The counts spread no more than Poisson counts, or the terms are collinear;"
            " use the Poisson family."
        )
    divide = np.append(scale, 1.0)
    covariance = np.linalg.inv(hessian) / np.outer(divide, divide)
    return NegativeBinomial(found.x[:-1] / scale, alpha, covariance, -float(found.fun))


def negative_binomial_scores(
    found: NegativeBinomial, y: FloatArray, X: FloatArray, offset: FloatArray | None = None
) -> FloatArray:
    """Slope of each row's log-likelihood in the coefficients and log alpha ``(n, K + 1)``.

    With the covariance as the bread they give clustered errors.
    """
    index = np.clip(X @ found.beta + (0.0 if offset is None else offset), -300, 300)
    mean, size = np.exp(index), 1 / found.alpha
    slope = size * (y - mean) / (size + mean)
    return np.column_stack([X * slope[:, None], -size * _slope_in_size(y, mean, size)])


def _slope_in_size(y: FloatArray, mean: FloatArray, size: float) -> FloatArray:
    above = digamma(y + size) - digamma(size) + np.log(size) + 1
    return np.asarray(above - np.log(size + mean) - (y + size) / (size + mean))


def _negative(
    parameters: FloatArray, y: FloatArray, X: FloatArray, shift: FloatArray
) -> tuple[float, FloatArray]:
    """Negative log-likelihood and its slope in the coefficients and log alpha."""
    index = np.clip(X @ parameters[:-1] + shift, -300, 300)
    mean, size = np.exp(index), float(np.exp(-np.clip(parameters[-1], -30, 30)))
    value = gammaln(y + size) - gammaln(size) - gammaln(y + 1)
    value += size * np.log(size) + y * index - (y + size) * np.log(size + mean)
    slope = size * (y - mean) / (size + mean)
    total = np.append(X.T @ slope, -size * _slope_in_size(y, mean, size).sum())
    return -float(value.sum()), -total
