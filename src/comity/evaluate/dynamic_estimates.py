"""One estimate of a dynamic panel in each way, with the terms named alike."""

from dataclasses import replace

import numpy as np

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term
from comity.evaluate.panel_errors import Errors
from comity.evaluate.panel_run import estimate_of, few_clusters, run_panel
from comity.evaluate.study_data import edition
from comity.methods.dynamic_panel import anderson_hsiao
from comity.methods.formula import Formula, term_name
from comity.methods.gmm_panel import GmmPanel
from comity.methods.lsdv_correction import lsdv_corrected
from comity.methods.panel_columns import Column, Table, codes, shifted, term_columns, value_label
from comity.methods.panel_vcov import cluster_covariance
from comity.terms.errors import DataMissing
from comity.terms.estimate import Estimate
from comity.terms.provenance import Provenance

INFINITE = float("inf")
MARK, OUTCOME = "term::", "the outcome"
_WORDS = {
    "pooled": "pooled least squares",
    "within": "within (unit effects)",
    "differences": "first differences, least squares",
}


def plain_estimate(
    table: Table, formula: Formula, name: str, *, period_effects: bool = True
) -> Estimate:
    """Least squares: ``pooled``, ``within`` units, or of first ``differences``.

    References
    ----------
    :cite:p:`bond2002`: pooled is too high for the lagged outcome, within too low; differences are
    too low as well, because the change in the lag holds an error of the change in the outcome.
    """
    effects = [f"`{table.unit}`"] if name == "within" else []
    effects += [f"`{table.period}`"] if period_effects else []
    wide, terms = _with_terms(table, formula, changes=name == "differences")
    text = f"`{OUTCOME}` ~ {' + '.join(f'`{MARK}{t}`' for t in terms)}"
    text += f" | {' + '.join(effects)}" if effects else ""
    found = run_panel(wide, text, errors=Errors("cluster", ((table.unit,),)))
    rows = tuple(
        replace(row, term=row.term.strip("`").removeprefix(MARK))
        for row in found.coefficients
        if row.term != "(Intercept)"
    )
    numbers = {k: v for k, v in found.statistics.items() if not k.startswith("minimum")}
    numbers |= detectable_by_term(rows, found.degrees)
    # What is said of Nickell's bias belongs to the comparison, not to one of its rows.
    notes = tuple(note for note in found.notes if not note.startswith("Nickell"))
    return replace(
        found,
        outcome=formula.outcome.variable,
        estimator=_WORDS[name],
        coefficients=rows,
        statistics=numbers,
        dropped=_unmarked(found.dropped),
        notes=notes,
        provenance=_provenance(table, formula, _WORDS[name]),
    )


def hsiao_estimate(table: Table, formula: Formula, *, period_effects: bool = True) -> Estimate:
    """Anderson and Hsiao's estimate, clustered by unit."""
    wide, terms = _with_terms(table, formula)
    controls = tuple(MARK + t for t in terms[1:])
    fit = anderson_hsiao(wide, OUTCOME, controls, period_effects=period_effects)
    found = estimate_of(fit, cluster_covariance(fit.parts, fit.design.clusters), table)
    names = {"fit_lagged": terms[0]} | {f"d({MARK}{t})": t for t in terms[1:]}
    rows = tuple(
        replace(row, term=names[row.term]) for row in found.coefficients if row.term in names
    )
    numbers = {k: v for k, v in found.statistics.items() if not k.startswith("minimum")}
    return replace(
        found,
        outcome=formula.outcome.variable,
        coefficients=rows,
        statistics=numbers | detectable_by_term(rows, found.degrees),
        dropped=_unmarked(found.dropped),
        provenance=_provenance(table, formula, found.estimator),
    )


def corrected_estimate(
    table: Table, formula: Formula, *, period_effects: bool = True, draws: int = 199, seed: int = 1
) -> Estimate:
    """Within estimate less the leading term of its bias; errors from resampled units."""
    wide, terms = _with_terms(table, formula)
    controls = [MARK + t for t in terms[1:]]
    if period_effects:
        wide, more = _with_periods(wide, MARK + terms[0], controls)
        controls += more
    try:
        found = lsdv_corrected(wide, OUTCOME, tuple(controls), draws=draws, seed=seed)
    except DataMissing as problem:
        raise DataMissing(str(problem).replace(MARK, "")) from problem
    k = len(terms)
    rows = coefficient_rows(terms, found.beta[:k], found.std_errors[:k], INFINITE)
    plain = {
        f"uncorrected[{t}]": float(b) for t, b in zip(terms, found.uncorrected[:k], strict=True)
    }
    return Estimate(
        formula.outcome.variable,
        "within, corrected for its bias",
        rows,
        found.nobs,
        f"resampling units ({draws} draws)",
        "none (normal distribution)",
        INFINITE,
        statistics=plain | detectable_by_term(rows, INFINITE),
        provenance=_provenance(table, formula, "within, corrected for its bias", seed),
    )


def gmm_estimate(fit: GmmPanel, table: Table, formula: Formula) -> Estimate:
    """Difference or system GMM, without the intercept and the period effects."""
    k = fit.terms
    rows = coefficient_rows(fit.names[:k], fit.beta[:k], fit.std_errors[:k], INFINITE)
    notes = list(few_clusters({table.unit: fit.units}))
    if len(fit.instruments) > fit.units:
        notes.append(
            f"{len(fit.instruments)} instruments for {fit.units} units: too many, so that Hansen's"
            " test says little; collapse them or use fewer lags."
        )
    if fit.statistics["ar2_p"] < 0.05:
        notes.append("The errors are serially correlated (ar2), so that second lags do not serve.")
    if fit.statistics["hansen_p"] < 0.05:
        notes.append("Hansen's test says that some instruments are not valid.")
    two = "two" in fit.estimator
    numbers = dict(fit.statistics) | {"instruments": float(len(fit.instruments))}
    return Estimate(
        formula.outcome.variable,
        fit.estimator,
        rows,
        fit.nobs,
        f"clustered by {table.unit}, {'Windmeijer' if two else 'robust'}",
        "Windmeijer's correction, normal distribution" if two else "none (normal distribution)",
        INFINITE,
        {table.unit: fit.units},
        numbers | detectable_by_term(rows, INFINITE),
        (),
        tuple(notes),
        provenance=_provenance(table, formula, fit.estimator),
    )


def _provenance(
    table: Table, formula: Formula, estimator: str, seed: int | None = None
) -> Provenance:
    return Provenance(f"{formula} ({estimator})", edition(table), seed)


def _unmarked(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.replace(f"`{MARK}", "").replace("`", "") for line in lines)


def _with_terms(
    table: Table, formula: Formula, *, changes: bool = False
) -> tuple[Table, tuple[str, ...]]:
    """Each term and the outcome as a column of its own, the first lag first; or their changes.

    The columns' names are marked, so that a term that is the period itself does not take its place.
    """
    columns: dict[str, Column] = {}
    lag = f"l({formula.outcome.variable}, 1)"
    order = sorted(formula.terms, key=lambda term: term_name(term) != lag)
    names: list[str] = []
    for term in order:
        found, values = term_columns(table, term)
        names += found
        columns |= {MARK + n: v for n, v in zip(found, values.T, strict=True)}
    columns[OUTCOME] = table.numbers(formula.outcome.variable)
    if changes:
        for name, values in columns.items():
            columns[name] = values - shifted(table, values, 1)
    whole = dict(table.columns) | columns
    return Table(whole, table.unit, table.period), tuple(names)


def _with_periods(table: Table, lag: str, controls: list[str]) -> tuple[Table, list[str]]:
    """Dummies of the periods that are used, but the first."""
    values = [table.numbers(name) for name in (OUTCOME, lag, *controls)]
    used = np.isfinite(np.stack(values)).all(axis=0)
    if not used.any():
        raise DataMissing("No unit has two rows in a row.")
    column = table.column(table.period)
    code = codes(column)
    dummies: dict[str, Column] = {}
    for c in np.unique(code[used])[1:]:
        label = value_label(column[np.flatnonzero(code == c)[0]])
        dummies[f"period::{label}"] = (code == c).astype(float)
    wide = Table(dict(table.columns) | dummies, table.unit, table.period)
    return wide, list(dummies)
