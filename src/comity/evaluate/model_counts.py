"""Counts: Poisson pseudo-maximum likelihood and the negative binomial side by side."""

import numpy as np
from scipy.special import gammaln

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term
from comity.evaluate.model_answer import ModelAnswer
from comity.evaluate.panel_errors import Errors, covariance_of
from comity.evaluate.panel_run import default_errors, estimate_of, few_clusters
from comity.evaluate.ratios import ratio_rows
from comity.evaluate.study_data import edition
from comity.methods.formula import parse_formula
from comity.methods.negative_binomial import (
    NegativeBinomial,
    fit_negative_binomial,
    negative_binomial_scores,
)
from comity.methods.panel_columns import Table
from comity.methods.panel_demean import dense_codes
from comity.methods.panel_design import Design, make_design
from comity.methods.panel_ols import PanelFit
from comity.methods.panel_poisson import fit_poisson
from comity.methods.panel_vcov import (
    FIXEST,
    Covariance,
    Sandwich,
    cluster_covariance,
    plain_covariance,
)
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.evaluation import DesignKind
from comity.terms.provenance import Provenance

FAMILIES = ("poisson", "negative-binomial")
MOST_DUMMIES = 400


def compare_counts(
    table: Table,
    formula: str,
    *,
    errors: Errors | None = None,
    families: tuple[str, ...] = FAMILIES,
    exposure: str = "",
    weights: str = "",
) -> ModelAnswer:
    """Estimate a count with one or both families.

    Parameters
    ----------
    formula
        Such as ``n ~ treat | unit + year``. The negative binomial takes the fixed effects as
        dummies.
    errors
        Clusters of the first fixed effect, or iid without one, when left out.
    families
        Which of ``FAMILIES``. The negative binomial is left out, with the reason, where it cannot
        be had.
    exposure
        Column of positive exposures, whose logarithm enters with coefficient one.
    weights
        Column of weights; Poisson only.

    Raises
    ------
    InputError
        If a family is unknown, an exposure is not positive, or the formula has instruments.
    """
    for name in families:
        if name not in FAMILIES:
            raise InputError(f"There is no family {name!r}; choose among {', '.join(FAMILIES)}.")
    parsed = parse_formula(formula)
    if parsed.endogenous or not parsed.terms:
        raise InputError("A count model needs a term and takes no instruments.")
    wanted = errors or default_errors(parsed)
    design, offset = _with_exposure(
        table, make_design(table, parsed, clusters=wanted.clusters, weights=weights), exposure
    )
    fit = fit_poisson(design, offset)
    found, notes = [], []
    if "poisson" in families:
        found.append(estimate_of(fit, covariance_of(fit, wanted), table))
    if "negative-binomial" in families:
        try:
            kept = np.isin(np.flatnonzero(design.rows), np.flatnonzero(fit.design.rows))
            found.append(_negative_binomial(fit, offset[kept], wanted, table))
        except DataMissing as problem:
            notes.append(f"Left out: negative-binomial. {problem}")
    if not found:
        raise DataMissing(" ".join(notes))
    estimates = tuple(found)
    ratios = {"ratios": ratio_rows(estimates, "rate_ratio")}
    return ModelAnswer(
        "count", str(parsed.outcome), DesignKind.PANEL, estimates, ratios, tuple(notes)
    )


def _with_exposure(table: Table, design: Design, exposure: str) -> tuple[Design, FloatArray]:
    if not exposure:
        return design, np.zeros(len(design.y))
    value = table.numbers(exposure)[design.rows]
    known = np.isfinite(value)
    if (value[known] <= 0).any():
        raise InputError(
            f"The exposure {exposure!r} holds {int((value[known] <= 0).sum())} values that are not"
            " positive; leave those rows out."
        )
    if not known.all():
        design = design.keep(known, f"{int((~known).sum())} rows lack the exposure.")
    return design, np.log(value[known])


def _negative_binomial(fit: PanelFit, offset: FloatArray, errors: Errors, table: Table) -> Estimate:
    """Fit on the rows of the Poisson model: those whose zero is certain have no likelihood."""
    design = fit.design
    if design.weights is not None:
        raise DataMissing("It takes no weights.")
    kept = [design.names.index(name) for name in fit.names]
    X = np.hstack([design.X[:, kept], _dummies(design)])
    found = fit_negative_binomial(design.y, X, offset)
    covariance = _covariance(found, design, X, offset, errors)
    degrees = float("inf")
    k = len(kept)
    rows = coefficient_rows(fit.names, found.beta[:k], covariance.std_errors[:k], degrees)
    numbers = {
        "alpha": found.alpha,
        "log_likelihood": found.log_likelihood,
        "likelihood_ratio_to_poisson": 2 * (found.log_likelihood - _poisson_likelihood(fit)),
    }
    return Estimate(
        str(design.formula.outcome),
        "negative binomial",
        rows,
        len(design.y),
        covariance.description,
        covariance.small_sample,
        degrees,
        covariance.clusters,
        numbers | detectable_by_term(rows, degrees),
        fit.dropped,
        (*covariance.notes, *few_clusters(covariance.clusters)),
        provenance=Provenance(f"{design.formula} (negative binomial)", edition(table)),
    )


def _dummies(design: Design) -> FloatArray:
    """All levels of the first effect, and all but one of the others."""
    blocks = []
    for number, effect in enumerate(design.effects):
        code, count = dense_codes(effect)
        blocks.append((code[:, None] == np.arange(1 if number else 0, count)).astype(float))
    out = np.hstack(blocks) if blocks else np.zeros((len(design.y), 0))
    if out.shape[1] > MOST_DUMMIES:
        raise DataMissing(
            f"The fixed effects make {out.shape[1]} dummies; Poisson sweeps them out instead."
        )
    return out


def _covariance(
    found: NegativeBinomial, design: Design, X: FloatArray, offset: FloatArray, errors: Errors
) -> Covariance:
    if errors.kind == "iid":
        return Covariance(found.covariance, float("inf"), "iid (inverse information)", "none", {})
    scores = negative_binomial_scores(found, design.y, X, offset)
    parts = Sandwich(found.covariance, scores, 1.0)
    if errors.kind == "cluster":
        return cluster_covariance(parts, design.clusters, FIXEST)
    if errors.kind == "hetero":
        return plain_covariance(parts, "hetero", FIXEST)
    raise InputError(f"{errors.kind} errors are for least squares; choose CR1 clusters or hetero.")


def _poisson_likelihood(fit: PanelFit) -> float:
    y = fit.design.y
    mean = y - fit.residuals
    return float((y * np.log(mean) - mean - gammaln(y + 1)).sum())
