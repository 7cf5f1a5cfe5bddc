"""Two-stage least squares with fixed effects, and how strong the instruments are."""

from collections.abc import Mapping

import numpy as np

from comity.methods.panel_demean import FixedEffects
from comity.methods.panel_design import Design
from comity.methods.panel_ols import PanelFit, keep_independent, solve_least_squares
from comity.methods.panel_vcov import (
    FIXEST,
    Covariance,
    Sandwich,
    cluster_covariance,
    counted_parameters,
    plain_covariance,
)
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import DataMissing


def fit_2sls(design: Design) -> PanelFit:
    """Two-stage least squares; endogenous terms come first and are named ``fit_...`` as in fixest.

    Statistics: first-stage F of each endogenous term (iid), Sargan's test where there are more
    instruments than endogenous terms, and the Wu-Hausman test. ``weak_instruments`` adds the
    tests that allow for clusters.

    Raises
    ------
    DataMissing
        If the instruments that are left cannot identify the endogenous terms.
    """
    root = None if design.weights is None else np.sqrt(design.weights)
    y, endogenous, X, Z, dropped = _swept(design, root)
    exogenous = np.column_stack([Z, X])
    first, _ = _coefficients(exogenous, endogenous, root)
    fitted = np.column_stack([exogenous @ first, X])
    kept_names = (*(f"fit_{name}" for name in design.endogenous_names), *_kept_terms(design, X))
    beta, bread = solve_least_squares(fitted, y, root)
    residuals = y - np.column_stack([endogenous, X]) @ beta
    weighted = residuals if root is None else residuals * root**2
    dispersion = float(residuals @ weighted) / (len(y) - 1)
    parts = Sandwich(bread, fitted * weighted[:, None], dispersion, design.effects)
    w = np.ones(len(y)) if root is None else root
    statistics = _iid_statistics(
        y * w, endogenous * w[:, None], X * w[:, None], Z * w[:, None], residuals * w, parts=parts
    )
    return PanelFit(
        design,
        "two-stage least squares",
        kept_names,
        beta,
        fitted,
        residuals,
        parts,
        (*design.dropped, *dropped),
        statistics,
    )


def _kept_terms(design: Design, X: FloatArray) -> tuple[str, ...]:
    if X.shape[1] == len(design.names):
        return design.names
    kept, _ = keep_independent(
        design,
        design.names,
        design.X,
        FixedEffects(design.effects, design.weights).demean(design.X),
        None,
    )
    return tuple(n for n, k in zip(design.names, kept, strict=True) if k)


def _swept(
    design: Design, root: FloatArray | None
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, tuple[str, ...]]:
    """Outcome, endogenous terms, exogenous terms and instruments without the effects."""
    swept = FixedEffects(design.effects, design.weights)
    y = swept.demean(design.y[:, None])[:, 0]
    endogenous = swept.demean(design.endogenous)
    X, Z = swept.demean(design.X), swept.demean(design.instruments)
    names = (*design.names, *design.instrument_names)
    kept, dropped = keep_independent(
        design,
        names,
        np.column_stack([design.X, design.instruments]),
        np.column_stack([X, Z]),
        root,
    )
    at = len(design.names)
    X, Z = X[:, kept[:at]], Z[:, kept[at:]]
    if Z.shape[1] < endogenous.shape[1]:
        raise DataMissing(
            f"{Z.shape[1]} instruments are left for {endogenous.shape[1]} endogenous terms;"
            " the others are collinear with the controls or the fixed effects."
        )
    return y, endogenous, X, Z, dropped


def _coefficients(
    X: FloatArray, y: FloatArray, root: FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    scale = np.ones(len(X)) if root is None else root
    solved = np.linalg.lstsq(X * scale[:, None], y * scale[:, None], rcond=None)[0]
    beta = np.asarray(solved, dtype=np.float64)
    return beta, y - X @ beta


def _sum_of_squares(X: FloatArray, y: FloatArray) -> float:
    if X.shape[1] == 0:
        return float((y**2).sum())
    return float((_coefficients(X, y[:, None])[1] ** 2).sum())


def _iid_statistics(
    y: FloatArray,
    endogenous: FloatArray,
    X: FloatArray,
    Z: FloatArray,
    residuals: FloatArray,
    *,
    parts: Sandwich,
) -> dict[str, float]:
    from scipy import stats

    n, q, p = len(y), Z.shape[1], endogenous.shape[1]
    both = np.column_stack([Z, X])
    first = _coefficients(both, endogenous)[1]
    spent = counted_parameters(both.shape[1], parts.effects, (), "full")
    found: dict[str, float] = {}
    for at in range(p):
        full, short = float((first[:, at] ** 2).sum()), _sum_of_squares(X, endogenous[:, at])
        found[f"first_stage_f_{at + 1}" if p > 1 else "first_stage_f"] = (
            (short - full) / q / (full / (n - spent))
        )
    if q > p:
        explained = float((residuals**2).sum()) - _sum_of_squares(both, residuals)
        found["sargan"] = n * explained / float((residuals**2).sum())
        found["sargan_p"] = float(stats.chi2.sf(found["sargan"], q - p))
    short = _sum_of_squares(np.column_stack([endogenous, X]), y)
    full = _sum_of_squares(np.column_stack([endogenous, X, first]), y)
    free = n - counted_parameters(X.shape[1] + 2 * p, parts.effects, (), "full")
    found["wu_hausman_f"] = (short - full) / p / (full / free)
    found["wu_hausman_p"] = float(stats.f.sf(found["wu_hausman_f"], p, free))
    return found


def weak_instruments(
    design: Design, clusters: Mapping[str, IntArray], kind: str = "hetero"
) -> dict[str, float]:
    """Tests of weak instruments that allow for clusters, for one endogenous term.

    Returns
    -------
    dict
        ``robust_f``: Wald test of the instruments in the first stage over their number.
        ``effective_f``: Montiel Olea and Pflueger's F (:cite:p:`olea2013`); below about 23 the
        2SLS bias may exceed a tenth of the worst case. ``anderson_rubin_p``: p-value of no
        association, valid however weak the instruments (:cite:p:`anderson1949`). Empty with two
        or more endogenous terms.
    """
    from scipy import stats

    if design.endogenous.shape[1] != 1:
        return {}
    root = None if design.weights is None else np.sqrt(design.weights)
    y, endogenous, X, Z, _ = _swept(design, root)
    q = Z.shape[1]
    pi, first = _reduced_form(design, Z, X, endogenous[:, 0], clusters, kind=kind)
    delta, reduced = _reduced_form(design, Z, X, y, clusters, kind=kind)
    w = np.ones(len(y)) if root is None else root
    partialled = _coefficients(X * w[:, None], Z * w[:, None])[1] if X.shape[1] else Z * w[:, None]
    cross = partialled.T @ partialled
    wald = float(pi @ np.linalg.solve(first.matrix[:q, :q], pi))
    rubin = float(delta @ np.linalg.solve(reduced.matrix[:q, :q], delta)) / q
    return {
        "robust_f": wald / q,
        "effective_f": float(pi @ cross @ pi / np.trace(first.matrix[:q, :q] @ cross)),
        "anderson_rubin_f": rubin,
        "anderson_rubin_p": float(stats.f.sf(rubin, q, first.degrees)),
    }


def _reduced_form(
    design: Design,
    Z: FloatArray,
    X: FloatArray,
    y: FloatArray,
    clusters: Mapping[str, IntArray],
    *,
    kind: str,
) -> tuple[FloatArray, Covariance]:
    both = np.column_stack([Z, X])
    root = None if design.weights is None else np.sqrt(design.weights)
    beta, bread = solve_least_squares(both, y, root)
    u = y - both @ beta
    weighted = u if root is None else u * root**2
    parts = Sandwich(
        bread, both * weighted[:, None], float(u @ weighted) / (len(y) - 1), design.effects
    )
    if clusters:
        return beta[: Z.shape[1]], cluster_covariance(parts, clusters, FIXEST)
    return beta[: Z.shape[1]], plain_covariance(parts, kind)
