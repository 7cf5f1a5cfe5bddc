"""Poisson pseudo-maximum likelihood with fixed effects, for counts and money with zeros.

Iteratively reweighted least squares with the effects swept out at each step
(:cite:p:`correia2020`). Rows whose zero is certain (separation) are found first and left out.
"""

import numpy as np

from comity.methods.panel_demean import FixedEffects, dense_codes
from comity.methods.panel_design import Design
from comity.methods.panel_ols import PanelFit, keep_independent, solve_least_squares
from comity.methods.panel_vcov import Sandwich
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing, InputError

TOLERANCE = 1e-12
MAX_STEPS = 100
_CERTAIN = 1e-5


def fit_poisson(design: Design, offset: FloatArray | None = None) -> PanelFit:
    """Poisson pseudo-maximum likelihood; valid for any outcome that is zero or more.

    Parameters
    ----------
    offset
        Logarithm of the exposure on the rows of the design ``(n,)``.

    Raises
    ------
    InputError
        If the outcome is negative somewhere.
    DataMissing
        If nothing can be estimated, or the steps do not converge.
    """
    if (design.y < 0).any():
        raise InputError(f"The outcome {design.formula.outcome} is negative in some rows.")
    offset = np.zeros(len(design.y)) if offset is None else offset
    design, inside = _without_separated(design)
    offset = offset[inside]
    swept = FixedEffects(design.effects, design.weights).demean(design.X)
    kept, dropped = keep_independent(design, design.names, design.X, swept, None)
    names = tuple(name for name, k in zip(design.names, kept, strict=True) if k)
    beta, X, mu, weight = _iterate(design, design.X[:, kept], offset)
    prior = np.ones(len(mu)) if design.weights is None else design.weights
    bread = solve_least_squares(X, design.y, np.sqrt(weight))[1]
    scores = X * ((design.y - mu) * prior)[:, None]
    return PanelFit(
        design,
        "Poisson pseudo-maximum likelihood",
        names,
        beta,
        X,
        design.y - mu,
        Sandwich(bread, scores, 1.0, design.effects),
        (*design.dropped, *dropped),
        {"deviance": _deviance(design.y, mu, prior)},
        normal=True,
    )


def _iterate(
    design: Design, X: FloatArray, offset: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    y = design.y
    prior = np.ones(len(y)) if design.weights is None else design.weights
    mu = (y + np.average(y, weights=prior)) / 2
    eta, before = np.log(mu), np.inf
    for _ in range(MAX_STEPS):
        weight = mu * prior
        working = eta - offset + (y - mu) / mu
        both = FixedEffects(design.effects, weight).demean(np.column_stack([working, X]))
        beta, _ = solve_least_squares(both[:, 1:], both[:, 0], np.sqrt(weight))
        eta = working - (both[:, 0] - both[:, 1:] @ beta) + offset
        mu = np.exp(np.clip(eta, -300, 300))
        now = _deviance(y, mu, prior)
        if abs(now - before) <= TOLERANCE * (0.1 + abs(now)):
            weight = mu * prior
            return beta, FixedEffects(design.effects, weight).demean(X), mu, weight
        before = now
    raise DataMissing(
        f"The Poisson model did not converge in {MAX_STEPS} steps; use fewer terms or effects."
    )


def _deviance(y: FloatArray, mu: FloatArray, prior: FloatArray) -> float:
    ratio = np.where(y > 0, y * np.log(np.where(y > 0, y, 1) / mu), 0.0)
    return float(2 * (prior * (ratio - (y - mu))).sum())


def _without_separated(design: Design) -> tuple[Design, BoolArray]:
    """Rows left after those whose zero the effects or terms make certain."""
    inside = ~_in_zero_groups(design)
    if not inside.any():
        raise DataMissing(f"The outcome {design.formula.outcome} is zero wherever it is known.")
    lost = int((~inside).sum())
    if lost:
        design = design.keep(inside, f"{lost} rows are in groups whose outcome is always zero.")
    separated = _rectified(design)
    if separated.any():
        text = f"{int(separated.sum())} rows with a zero outcome are separated by the terms."
        design = design.keep(~separated, text)
        inside[np.flatnonzero(inside)[separated]] = False
    return design, inside


def _in_zero_groups(design: Design) -> BoolArray:
    out = np.zeros(len(design.y), dtype=bool)
    while True:
        before = int(out.sum())
        for code in design.effects:
            dense, count = dense_codes(code)
            total = np.bincount(dense[~out], weights=design.y[~out], minlength=count)
            out |= total[dense] == 0
        if int(out.sum()) == before:
            return out


def _rectified(design: Design, steps: int = 100) -> BoolArray:
    """Rows that the iterative rectifier of :cite:p:`correia2021` finds separated."""
    zero = design.y == 0
    if not zero.any():
        return zero
    weight = np.where(zero, 1.0, 1e8)
    swept = FixedEffects(design.effects, weight)
    X = swept.demean(design.X)
    root = np.sqrt(weight)[:, None]
    scale = np.sqrt((X**2).sum(axis=0))
    X = X[:, scale > 1e-9 * np.sqrt((design.X**2).sum(axis=0))]
    u = zero.astype(float)
    for _ in range(steps):
        within = swept.demean(u[:, None])
        beta = np.linalg.lstsq(X * root, within * root, rcond=None)[0]
        residual = (within - X @ beta)[:, 0]
        fitted = u - residual
        if (np.abs(residual) < _CERTAIN).all():
            return (fitted > _CERTAIN) & zero
        u = np.where(zero, np.maximum(fitted, 0), 0.0)
        if (u < _CERTAIN).all():
            break
    return np.zeros_like(zero)
