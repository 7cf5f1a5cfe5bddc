"""Linear models with fixed effects: least squares and two-stage least squares."""

from dataclasses import dataclass, field, replace

import numpy as np

from comity.methods.panel_demean import FixedEffects
from comity.methods.panel_design import Design, independent
from comity.methods.panel_vcov import Sandwich
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing


@dataclass(frozen=True, slots=True, eq=False)
class PanelFit:
    """A fitted model before its standard errors.

    Parameters
    ----------
    design
        Rows and columns that were used.
    estimator
        In words.
    names, beta
        Kept terms and their coefficients ``(K,)``.
    X
        Columns with the effects swept out; fitted first-stage columns for 2SLS ``(n, K)``.
    residuals
        ``(n,)``.
    parts
        What standard errors are made of.
    dropped
        What was left out, one sentence each.
    statistics
        Fit by name.
    normal
        Whether p-values come from the normal distribution rather than t.
    """

    design: Design
    estimator: str
    names: tuple[str, ...]
    beta: FloatArray
    X: FloatArray
    residuals: FloatArray
    parts: Sandwich
    dropped: tuple[str, ...] = ()
    statistics: dict[str, float] = field(default_factory=dict)
    normal: bool = False

    @property
    def nobs(self) -> int:
        """Rows used."""
        return len(self.residuals)


def fit_ols(design: Design) -> PanelFit:
    """Least squares with the fixed effects swept out.

    References
    ----------
    :cite:p:`berge2018` for the conventions that golden tests hold to.

    Raises
    ------
    DataMissing
        If every term is explained by the fixed effects.
    """
    swept = FixedEffects(design.effects, design.weights)
    both = swept.demean(np.column_stack([design.y, design.X]))
    y, X = both[:, 0], both[:, 1:]
    root = None if design.weights is None else np.sqrt(design.weights)
    kept, dropped = keep_independent(design, design.names, design.X, X, root)
    X = X[:, kept]
    names = tuple(name for name, k in zip(design.names, kept, strict=True) if k)
    beta, bread = solve_least_squares(X, y, root)
    residuals = y - X @ beta
    weighted = residuals if design.weights is None else residuals * design.weights
    rss = float(residuals @ weighted)
    parts = Sandwich(bread, X * weighted[:, None], rss / (len(y) - 1), design.effects)
    return PanelFit(
        design,
        "ordinary least squares" if root is None else "weighted least squares",
        names,
        beta,
        X,
        residuals,
        parts,
        (*design.dropped, *dropped),
        _fit_statistics(design, y, rss),
    )


def keep_independent(
    design: Design,
    names: tuple[str, ...],
    original: FloatArray,
    swept: FloatArray,
    root: FloatArray | None,
) -> tuple[BoolArray, tuple[str, ...]]:
    """Which columns can be estimated, and a sentence about the others."""
    weight = 1.0 if root is None else root[:, None]
    before = ((original * weight) ** 2).sum(axis=0)
    scaled = swept * weight
    kept = independent(scaled.T @ scaled, original=before)
    lost = [name for name, k in zip(names, kept, strict=True) if not k]
    if names and not kept.any():
        raise DataMissing(
            f"The fixed effects explain every term of {design.formula}; nothing is left to estimate."
        )
    text = f"Left out as collinear with earlier terms or the fixed effects: {', '.join(lost)}."
    return kept, (text,) if lost else ()


def solve_least_squares(
    X: FloatArray, y: FloatArray, root: FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    """Coefficients and inverse cross product, by QR of the scaled columns ``(K,)``, ``(K, K)``."""
    weighted = X if root is None else X * root[:, None]
    right = y if root is None else y * root
    scale = np.sqrt((weighted**2).sum(axis=0))
    q, r = np.linalg.qr(weighted / scale)
    inverse = np.linalg.inv(r)
    beta = inverse @ (q.T @ right) / scale
    bread = inverse @ inverse.T / np.outer(scale, scale)
    return beta, bread


def _fit_statistics(design: Design, y: FloatArray, rss: float) -> dict[str, float]:
    w = np.ones(len(y)) if design.weights is None else design.weights
    total = float(w @ (design.y - np.average(design.y, weights=w)) ** 2)
    found = {"r2": 1 - rss / total if total > 0 else float("nan")}
    if design.effects:
        within = float(w @ y**2)
        found["r2_within"] = 1 - rss / within if within > 0 else float("nan")
    return found


def with_leverage(fit: PanelFit) -> PanelFit:
    """Return the fit with the leverage of each row, fixed effects included.

    The effects' own part is the diagonal of their projection, found by sweeping them out of the
    columns of the identity in blocks, which takes time in proportion to the square of the rows.
    """
    root = None if fit.design.weights is None else np.sqrt(fit.design.weights)
    scaled = fit.X if root is None else fit.X * root[:, None]
    leverage = np.einsum("ij,jk,ik->i", scaled, fit.parts.bread, scaled)
    if fit.design.effects:
        leverage += _leverage_of_effects(fit.design)
    return replace(fit, parts=replace(fit.parts, leverage=leverage))


def _leverage_of_effects(design: Design, block: int = 256) -> FloatArray:
    swept = FixedEffects(design.effects, design.weights)
    n = len(design.y)
    out = np.empty(n)
    for start in range(0, n, block):
        rows = np.arange(start, min(start + block, n))
        unit = np.zeros((n, len(rows)))
        unit[rows, np.arange(len(rows))] = 1.0
        out[rows] = 1 - swept.demean(unit)[rows, np.arange(len(rows))]
    return out
