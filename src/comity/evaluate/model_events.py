"""Treatment that starts at different times, estimated in four ways side by side."""

from dataclasses import replace
from typing import Any

import numpy as np

from comity.evaluate.event_estimates import (
    AFTER,
    EventQuestion,
    group_time_path,
    imputed_path,
    regression_path,
)
from comity.evaluate.model_answer import ModelAnswer, claim_of
from comity.methods.panel_columns import codes, value_label
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.evaluation import DesignKind

ESTIMATORS = ("two-way", "sun-abraham", "callaway-santanna", "imputation")


def compare_events(
    question: EventQuestion,
    *,
    estimators: tuple[str, ...] = ESTIMATORS,
    assumptions_tested: str = "",
) -> ModelAnswer:
    """Estimate by time since the start and on average after it.

    Parameters
    ----------
    estimators
        Which of ``ESTIMATORS``. One that cannot be had is left out with the reason.
    assumptions_tested
        What was done to test the design; only with it may the answer speak of an effect.

    Raises
    ------
    InputError
        If an estimator is unknown, or nobody starts within the data.
    DataMissing
        If no estimator can be had.
    """
    found: dict[str, Estimate] = {}
    notes: list[str] = []
    claim = claim_of(DesignKind.DIFFERENCES, assumptions_tested)
    for name in estimators:
        try:
            found[name] = replace(_one(question, name), claim=claim)
        except DataMissing as problem:
            notes.append(f"Left out: {name}. {problem}")
    if not found:
        raise DataMissing("No estimator can be had. " + " ".join(notes))
    return ModelAnswer(
        "event-study",
        question.outcome,
        DesignKind.DIFFERENCES,
        tuple(found.values()),
        {"starts": _starts(question)},
        (*notes, *_readings(found)),
        assumptions_tested=assumptions_tested,
    )


def _one(question: EventQuestion, name: str) -> Estimate:
    if name == "callaway-santanna":
        return group_time_path(question)
    if name == "imputation":
        return imputed_path(question)
    if name in {"two-way", "sun-abraham"}:
        return regression_path(question, interacted=name == "sun-abraham")
    raise InputError(f"There is no estimator {name!r}; choose among {', '.join(ESTIMATORS)}.")


def _starts(question: EventQuestion) -> tuple[dict[str, Any], ...]:
    """How many units start when."""
    unit = codes(question.table.column(question.table.unit))
    first = question.first[np.unique(unit, return_index=True)[1]]
    rows: list[dict[str, Any]] = [
        {"first_treated": value_label(start), "units": int((first == start).sum())}
        for start in np.unique(first[np.isfinite(first)])
    ]
    never: dict[str, Any] = {"first_treated": "never", "units": int(np.isnan(first).sum())}
    return (*rows, never)


def _readings(found: dict[str, Estimate]) -> list[str]:
    notes = []
    rejected = [n for n, e in found.items() if e.statistics.get("leads_p", 1.0) < 0.05]
    if rejected:
        notes.append(
            f"Something happened before the start ({', '.join(rejected)}): parallel trends are in"
            " doubt."
        )
    robust = [n for n in ("sun-abraham", "callaway-santanna", "imputation") if n in found]
    if "two-way" in found and robust:
        plain, other = found["two-way"][AFTER], found[robust[0]][AFTER]
        if abs(plain.estimate - other.estimate) > other.std_error:
            notes.append(
                f"Two-way fixed effects differ from {robust[0]} by more than its standard error:"
                " what followed differs between groups, so do not rest on the two-way path."
            )
    return notes
