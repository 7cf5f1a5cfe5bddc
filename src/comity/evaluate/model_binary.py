"""Yes-or-no outcomes: logit, conditional logit, and the hazard that something comes back."""

import numpy as np

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term
from comity.evaluate.model_answer import ModelAnswer
from comity.evaluate.panel_errors import Errors, covariance_of
from comity.evaluate.panel_run import default_errors, estimate_of
from comity.evaluate.ratios import ratio_rows
from comity.evaluate.study_data import edition
from comity.methods.cloglog import fit_cloglog
from comity.methods.conditional_logit import fit_conditional_logit
from comity.methods.formula import Formula, parse_formula
from comity.methods.logit import fit_logit, time_since
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.evaluation import DesignKind
from comity.terms.provenance import Provenance

MODELS = ("logit", "cloglog", "conditional")
DURATIONS = ("cubic", "linear", "dummies", "none")
_TERMS = {
    "cubic": " + since_last + since_last^2 + since_last^3",
    "linear": " + since_last",
    "dummies": " + i(since_last)",
    "none": "",
}
_RATIOS = {"logit": "odds_ratio", "conditional": "odds_ratio", "cloglog": "hazard_ratio"}


def estimate_binary(
    table: Table,
    formula: str,
    *,
    model: str = "logit",
    errors: Errors | None = None,
    recurrence: bool = False,
    duration: str = "cubic",
) -> ModelAnswer:
    """Estimate what goes with an event, or with its coming back.

    Parameters
    ----------
    formula
        Such as ``war ~ aid``; for ``conditional`` with the unit after a bar.
    model
        One of ``MODELS``; ``cloglog`` is a hazard model, whose coefficients are logarithms of
        hazard ratios.
    errors
        Iid when left out. A conditional logit has no others.
    recurrence
        Keep only rows at risk of the event's coming back, see ``time_since``, with terms for the
        time since the last one.
    duration
        How the hazard changes with that time: one of ``DURATIONS``.

    Raises
    ------
    InputError
        If a choice is unknown, or the formula does not go with the model.
    DataMissing
        If no row is at risk, or a term predicts perfectly.
    """
    if model not in MODELS or duration not in DURATIONS:
        raise InputError(f"Choose a model among {MODELS} and a duration among {DURATIONS}.")
    notes: list[str] = []
    if recurrence:
        table, formula, notes = _at_risk(table, formula, duration)
    parsed = parse_formula(formula)
    if parsed.endogenous:
        raise InputError("A model of a yes-or-no outcome takes no instruments.")
    if model == "conditional":
        found = _conditional(table, parsed, errors)
    else:
        wanted = errors or default_errors(parsed)
        design = make_design(table, parsed, clusters=wanted.clusters)
        fit = fit_logit(design) if model == "logit" else fit_cloglog(design)
        found = estimate_of(fit, covariance_of(fit, wanted), table)
    ratios = {"ratios": ratio_rows((found,), _RATIOS[model])}
    return ModelAnswer("binary", found.outcome, DesignKind.PANEL, (found,), ratios, tuple(notes))


def _at_risk(table: Table, formula: str, duration: str) -> tuple[Table, str, list[str]]:
    if not table.unit or not table.period:
        raise InputError("Recurrence needs the unit and the period to be named.")
    parsed = parse_formula(formula)
    since = time_since(table, parsed.outcome.variable)
    risk = np.isfinite(since)
    if not risk.any():
        raise DataMissing(
            "No row is at risk of recurrence: no unit had the event, then a quiet period, then"
            " another row."
        )
    wide = Table(dict(table.columns) | {"since_last": since}, table.unit, table.period)
    left, bar, right = formula.partition("|")
    events = int(table.numbers(parsed.outcome.variable)[risk].sum())
    note = f"{int(risk.sum())} rows are at risk of recurrence; the event came back {events} times."
    _refuse_lags(parsed)
    return wide.take(risk), left + _TERMS[duration] + bar + right, [note]


def _refuse_lags(formula: Formula) -> None:
    for term in formula.terms:
        if any(factor.function in {"l", "f", "d"} for factor in term):
            raise InputError(
                "Put lags, leads and differences into columns of their own for recurrence: rows"
                " at risk do not follow one another."
            )


def _conditional(table: Table, formula: Formula, errors: Errors | None) -> Estimate:
    if len(formula.effects) != 1:
        raise InputError("A conditional logit needs one bar with the unit: y ~ x | unit.")
    if errors is not None and errors.kind != "iid":
        raise InputError("A conditional logit has iid errors only; leave out the others.")
    design = make_design(table, formula)
    found = fit_conditional_logit(design.y, design.X, design.effects[0])
    degrees = float("inf")
    rows = coefficient_rows(design.names, found.beta, found.std_errors, degrees)
    numbers = {"log_likelihood": found.log_likelihood, "units": float(found.units)}
    lost = f"{found.left_out} units' outcome never varies; they say nothing and are left out."
    return Estimate(
        str(formula.outcome),
        "conditional logit",
        rows,
        found.nobs,
        "iid (inverse information)",
        "none",
        degrees,
        {},
        numbers | detectable_by_term(rows, degrees),
        (*design.dropped, *((lost,) if found.left_out else ())),
        provenance=Provenance(f"{formula} (conditional logit)", edition(table)),
    )
