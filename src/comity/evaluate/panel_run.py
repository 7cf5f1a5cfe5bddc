"""One panel model from a formula: estimates with honest errors, and what could be detected."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term
from comity.evaluate.panel_errors import Errors, covariance_of
from comity.evaluate.study_data import edition
from comity.methods.dynamic_panel import nickell_bias
from comity.methods.formula import Factor, Formula, parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_iv import fit_2sls, weak_instruments
from comity.methods.panel_ols import PanelFit, fit_ols
from comity.methods.panel_poisson import fit_poisson
from comity.methods.panel_vcov import FIXEST, Covariance, SmallSample
from comity.terms.errors import InputError
from comity.terms.estimate import Claim, Coefficient, Estimate
from comity.terms.provenance import Provenance

FAMILIES = ("gaussian", "poisson")
FEW_CLUSTERS = 40
WEAK_F = 10.0


def default_errors(formula: Formula) -> Errors:
    """Fixest's default: clusters of the first fixed effect, or iid without one."""
    return Errors("cluster", formula.effects[:1]) if formula.effects else Errors("iid")


def fit_panel(
    table: Table,
    formula: Formula,
    errors: Errors,
    *,
    weights: str = "",
    family: str = "gaussian",
    drop_singletons: bool = False,
) -> PanelFit:
    """Fit one model.

    Raises
    ------
    InputError
        If the family is unknown, or instruments are given with a count model.
    """
    if family not in FAMILIES:
        raise InputError(f"There is no family {family!r}; choose {' or '.join(FAMILIES)}.")
    if family == "poisson" and formula.endogenous:
        raise InputError("Instruments go with the gaussian family only.")
    design = make_design(
        table, formula, clusters=errors.clusters, weights=weights, drop_singletons=drop_singletons
    )
    if formula.endogenous:
        return fit_2sls(design)
    if not design.names:
        raise InputError(f"{formula} has no term to estimate; add one.")
    return fit_poisson(design) if family == "poisson" else fit_ols(design)


def run_panel(
    table: Table,
    formula: str,
    *,
    errors: Errors | None = None,
    weights: str = "",
    family: str = "gaussian",
    rule: SmallSample = FIXEST,
    drop_singletons: bool = False,
    claim: Claim = Claim.ASSOCIATION,
) -> Estimate:
    """Estimate one model.

    Parameters
    ----------
    table
        Columns; name its unit and period for lags, leads and differences.
    formula
        Such as ``"y ~ treat + x1 | unit + year"``; instruments after a second bar.
    errors
        Clusters of the first fixed effect, or iid without one, when left out (as fixest).
    weights
        Column of weights.
    family
        ``gaussian`` or ``poisson`` (pseudo-maximum likelihood).
    rule
        Small-sample rule; fixest's when left out.
    claim
        What the design lets coefficients be called.

    Examples
    --------
    >>> import numpy as np
    >>> from comity.evaluate.panel_run import run_panel
    >>> from comity.methods.panel_columns import Table
    >>> table = Table({"y": np.array([1.0, 3, 2, 5]), "x": np.array([0.0, 1, 1, 2])})
    >>> round(run_panel(table, "y ~ x")["x"].estimate, 6)
    2.0
    """
    parsed = parse_formula(formula)
    wanted = errors or default_errors(parsed)
    fit = fit_panel(
        table, parsed, wanted, weights=weights, family=family, drop_singletons=drop_singletons
    )
    covariance = covariance_of(fit, wanted, rule)
    statistics: dict[str, float] = {}
    notes: list[str] = []
    if fit.design.endogenous_names:
        statistics = weak_instruments(
            fit.design, fit.design.clusters, "iid" if wanted.kind == "iid" else "hetero"
        )
        notes = _weakness(statistics)
    estimate = estimate_of(fit, covariance, table, statistics=statistics, notes=notes, claim=claim)
    return replace(
        estimate, notes=(*estimate.notes, *_nickell(table, parsed, fit, estimate.coefficients))
    )


def estimate_of(
    fit: PanelFit,
    covariance: Covariance,
    table: Table,
    *,
    statistics: dict[str, float] | None = None,
    notes: Sequence[str] = (),
    claim: Claim = Claim.ASSOCIATION,
) -> Estimate:
    """Put a fitted model and its covariance into one answer.

    Parameters
    ----------
    table
        The data, for their edition.
    statistics, notes
        More than the fit and the covariance have of their own.
    """
    degrees = float("inf") if fit.normal else covariance.degrees
    found = coefficients_of(fit, covariance)
    numbers = dict(fit.statistics) | (statistics or {}) | detectable_by_term(found, degrees)
    formula = str(fit.design.formula)
    return Estimate(
        str(fit.design.formula.outcome),
        fit.estimator,
        found,
        fit.nobs,
        covariance.description,
        covariance.small_sample,
        degrees,
        covariance.clusters,
        numbers,
        fit.dropped,
        (*covariance.notes, *notes, *few_clusters(covariance.clusters)),
        claim,
        Provenance(formula, edition(table), dropped=fit.dropped),
    )


def coefficients_of(fit: PanelFit, covariance: Covariance) -> tuple[Coefficient, ...]:
    """Rows of the coefficient table, with t or normal p-values and 95 % intervals."""
    degrees = float("inf") if fit.normal else covariance.degrees
    return coefficient_rows(fit.names, fit.beta, covariance.std_errors, degrees)


def few_clusters(clusters: dict[str, int]) -> list[str]:
    """Say where there are too few clusters for clustered errors to be trusted."""
    few = {name: n for name, n in clusters.items() if n < FEW_CLUSTERS}
    if not few:
        return []
    named = ", ".join(f"{n} of {name}" for name, n in few.items())
    return [f"Few clusters ({named}): clustered errors may be too small; use the wild bootstrap."]


def _nickell(
    table: Table, formula: Formula, fit: PanelFit, found: tuple[Coefficient, ...]
) -> list[str]:
    """Say how far a lagged outcome under unit effects is off."""
    # A study's horizon is part of the column's name: "sfi +3" depends on the past of "sfi".
    lagged = str(Factor(formula.outcome.variable.split(" +")[0], "l", 1.0))
    rho = next((c.estimate for c in found if c.term.strip("`") == lagged), None)
    if rho is None or (table.unit,) not in formula.effects:
        return []
    units = len(np.unique(np.asarray(table.column(table.unit))[fit.design.rows].astype(str)))
    periods = fit.nobs / units
    size = ""
    if -1 < rho < 1 and periods >= 2:
        size = f" About {nickell_bias(rho, periods):+.3f} if {rho:.2f} were the truth."
    text = (
        f"Nickell bias: with unit effects and {periods:.1f} periods a unit, the coefficient of"
        f" {lagged} is biased downwards, and others with it.{size} Compare the"
        " bias-corrected and the instrumented estimators (comity evaluate dynamic)."
    )
    return [text]


def _weakness(statistics: dict[str, float]) -> list[str]:
    strength = statistics.get("effective_f", statistics.get("first_stage_f", float("inf")))
    if strength >= WEAK_F:
        return []
    text = (
        f"The instruments are weak (F = {strength:.2f}, below {WEAK_F:g}): estimate and error may"
        " be far off; anderson_rubin_p stays valid."
    )
    return [text]
