"""Complementary log-log: the hazard of an event in discrete time, proportional between units."""

import numpy as np

from comity.methods.logit import check_binary
from comity.methods.panel_design import Design
from comity.methods.panel_ols import PanelFit, keep_independent, solve_least_squares
from comity.methods.panel_vcov import Sandwich
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing

TOLERANCE = 1e-11
MAX_STEPS = 100
_LOW, _HIGH = -30.0, 5.0


def fit_cloglog(design: Design) -> PanelFit:
    """Maximum likelihood by Fisher scoring; the exponential of a coefficient is a hazard ratio.

    With a dummy for each duration it is Cox's proportional hazards for grouped times.

    Parameters
    ----------
    design
        Outcome of zeros and ones, without fixed effects and weights.

    References
    ----------
    :cite:p:`prentice1978`.

    Raises
    ------
    InputError
        If the outcome is not zeros and ones, or there are fixed effects or weights.
    DataMissing
        If a term predicts the outcome perfectly, or the steps do not converge.
    """
    check_binary(design, "complementary log-log model")
    kept, dropped = keep_independent(design, design.names, design.X, design.X, None)
    X, y = design.X[:, kept], design.y
    beta = np.zeros(X.shape[1])
    share = y.mean()
    index = np.full(len(y), np.log(-np.log1p(-share)))
    for _ in range(MAX_STEPS):
        slope, weight = _slope_and_weight(y, index)
        before = beta
        beta = solve_least_squares(X, index + slope / weight, np.sqrt(weight))[0]
        index = X @ beta
        if index.max() > _HIGH or index.min() < _LOW:
            raise DataMissing(
                "Some terms predict the outcome perfectly; leave out the rarest of them."
            )
        if np.abs(beta - before).max() <= TOLERANCE * (1 + np.abs(beta).max()):
            break
    else:
        raise DataMissing("The complementary log-log model did not converge; use fewer terms.")
    slope, weight = _slope_and_weight(y, index)
    bread = solve_least_squares(X, y, np.sqrt(weight))[1]
    return PanelFit(
        design,
        "complementary log-log",
        tuple(name for name, k in zip(design.names, kept, strict=True) if k),
        beta,
        X,
        y + np.expm1(-np.exp(index)),
        Sandwich(bread, X * slope[:, None], 1.0),
        (*design.dropped, *dropped),
        {"deviance": _deviance(y, index)},
        normal=True,
    )


def _slope_and_weight(y: FloatArray, index: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Slope of the log-likelihood in the index, and its expected curvature."""
    mean = np.exp(index)
    chance = -np.expm1(-mean)
    slope = mean * (y / chance - 1)
    weight = mean**2 * np.exp(-mean) / chance
    return slope, np.maximum(weight, 1e-300)


def _deviance(y: FloatArray, index: FloatArray) -> float:
    mean = np.exp(index)
    return float(-2 * np.where(y == 1, np.log(-np.expm1(-mean)), -mean).sum())
