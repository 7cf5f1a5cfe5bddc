"""Every way to estimate an outcome that depends on its own past, side by side."""

from typing import Any

import numpy as np

from comity.evaluate.dynamic_estimates import (
    MARK,
    corrected_estimate,
    gmm_estimate,
    hsiao_estimate,
    plain_estimate,
)
from comity.evaluate.model_answer import ModelAnswer
from comity.methods.dynamic_panel import nickell_bias
from comity.methods.formula import Factor, Formula, parse_formula, term_name
from comity.methods.gmm_panel import fit_gmm
from comity.methods.panel_columns import Table, codes
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.evaluation import DesignKind

ESTIMATORS = (
    "pooled", "within", "differences", "anderson-hsiao", "lsdv", "difference-gmm", "system-gmm",
)  # fmt: skip


def compare_dynamic(
    table: Table,
    formula: str,
    *,
    estimators: tuple[str, ...] = ESTIMATORS,
    predetermined: tuple[str, ...] = (),
    endogenous: tuple[str, ...] = (),
    deepest: int | None = None,
    collapse: bool = True,
    steps: int = 2,
    period_effects: bool = True,
    draws: int = 199,
    seed: int = 1,
) -> ModelAnswer:
    """Estimate one dynamic model in several ways.

    Parameters
    ----------
    table
        With unit and period named.
    formula
        Such as ``y ~ l(y, 1) + x``, with no bars: unit and period effects are added.
    estimators
        Which of ``ESTIMATORS``. One that cannot be had is left out with the reason.
    predetermined, endogenous, deepest, collapse, steps
        For GMM, see ``fit_gmm``.
    draws, seed
        Resamples of units for the errors of the corrected within estimator.

    Raises
    ------
    InputError
        If the formula has bars or lacks a lag of the outcome, or an estimator is unknown.
    DataMissing
        If no estimator can be had.
    """
    parsed = parse_formula(formula)
    _check(table, parsed, estimators)
    gmm: dict[str, Any] = {
        "predetermined": predetermined,
        "endogenous": endogenous,
        "deepest": deepest,
        "collapse": collapse,
        "steps": steps,
        "period_effects": period_effects,
    }
    found: dict[str, Estimate] = {}
    notes: list[str] = []
    for name in estimators:
        try:
            if name in {"difference-gmm", "system-gmm"}:
                fit = fit_gmm(table, parsed, system=name == "system-gmm", **gmm)
                found[name] = gmm_estimate(fit, table, parsed)
            elif name == "lsdv":
                found[name] = corrected_estimate(
                    table, parsed, period_effects=period_effects, draws=draws, seed=seed
                )
            elif name == "anderson-hsiao":
                found[name] = hsiao_estimate(table, parsed, period_effects=period_effects)
            else:
                found[name] = plain_estimate(table, parsed, name, period_effects=period_effects)
        except DataMissing as problem:
            notes.append(f"Left out: {name}. {str(problem).replace(MARK, '')}")
    if not found:
        raise DataMissing("No estimator can be had. " + " ".join(notes))
    notes += _warnings(table, parsed, found)
    return ModelAnswer(
        "dynamic", str(parsed.outcome), DesignKind.PANEL, tuple(found.values()), {}, tuple(notes)
    )


def _check(table: Table, formula: Formula, estimators: tuple[str, ...]) -> None:
    for name in estimators:
        if name not in ESTIMATORS:
            raise InputError(
                f"There is no estimator {name!r}; choose among {', '.join(ESTIMATORS)}."
            )
    if formula.effects or formula.endogenous:
        raise InputError("Leave the bars out of a dynamic formula: unit effects are always in.")
    if formula.outcome.function or _lag(formula) not in _names(formula):
        raise InputError(
            f"A dynamic model needs the outcome, a plain column, and its first lag among the"
            f" terms: {formula.outcome.variable} ~ {_lag(formula)} + x."
        )
    if not table.unit or not table.period:
        raise InputError("A dynamic panel needs the unit and the period to be named.")


def _lag(formula: Formula) -> str:
    return str(Factor(formula.outcome.variable, "l", 1.0))


def _names(formula: Formula) -> list[str]:
    return [term_name(term) for term in formula.terms]


def _warnings(table: Table, formula: Formula, found: dict[str, Estimate]) -> list[str]:
    lag = _lag(formula)
    size = {
        name: row.estimate
        for name, estimate in found.items()
        for row in estimate.coefficients
        if row.term == lag
    }
    notes = []
    if "within" in size:
        units = len(np.unique(codes(table.column(table.unit))))
        periods, rho = found["within"].nobs / units, size["within"]
        best = next((size[n] for n in ("system-gmm", "lsdv", "difference-gmm") if n in size), rho)
        text = (
            f"Nickell bias: with unit effects and {periods:.1f} periods a unit, the within estimate"
            f" of {lag} is too low, and other terms are off with it."
        )
        if -1 < best < 1 and periods >= 2:
            text += f" About {nickell_bias(best, periods):+.3f} if {best:.2f} were the truth."
        notes.append(text)
    if {"within", "pooled"} <= set(size):
        low, high = sorted((size["within"], size["pooled"]))
        outside = [n for n in size if n not in {"within", "pooled"} and not low <= size[n] <= high]
        notes.append(
            f"If the model is right, the truth lies between within ({low:.3f}) and pooled ({high:.3f})."
            + (f" Outside it: {', '.join(outside)}; do not rest on these." if outside else "")
        )
    return notes
