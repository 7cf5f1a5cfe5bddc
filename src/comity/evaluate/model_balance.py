"""Treated and untreated rows made alike: entropy balancing and matching side by side."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from comity.evaluate.model_answer import ModelAnswer, Rows
from comity.evaluate.panel_errors import Errors
from comity.evaluate.panel_run import run_panel
from comity.methods.entropy_balance import entropy_balance
from comity.methods.matching import match_nearest
from comity.methods.panel_columns import Column, Table, codes, value_label
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing, InputError
from comity.terms.estimate import Estimate
from comity.terms.evaluation import DesignKind

METHODS = ("entropy", "matching")
WEIGHT = "comity_weight"
POOR = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class BalanceQuestion:
    """What is to be made alike.

    Parameters
    ----------
    table
        Rows.
    treatment
        Column of zeros and ones.
    covariates
        Columns whose means should agree.
    squares
        Whether their squares are balanced too, by entropy balancing.
    within
        Column in which matched rows must agree exactly; empty for none.
    neighbours, caliper
        See ``match_nearest``.
    """

    table: Table
    treatment: str
    covariates: tuple[str, ...]
    squares: bool = False
    within: str = ""
    neighbours: int = 1
    caliper: float = np.inf

    def rows(self) -> BoolArray:
        """Rows with the treatment, every covariate and the stratum ``(n,)``.

        Raises
        ------
        InputError
            If the treatment is not zeros and ones, or there is no covariate.
        DataMissing
            If no row is complete.
        """
        if not self.covariates:
            raise InputError("Balancing needs at least one covariate.")
        dose = self.table.numbers(self.treatment)
        if not np.isin(dose[np.isfinite(dose)], (0.0, 1.0)).all():
            raise InputError(f"The treatment {self.treatment!r} must be zeros and ones.")
        stacked = np.stack([dose, *(self.table.numbers(name) for name in self.covariates)])
        rows = np.isfinite(stacked).all(axis=0)
        if self.within:
            rows &= codes(self.table.column(self.within)) >= 0
        if not rows.any():
            raise DataMissing("No row has the treatment and every covariate.")
        return np.asarray(rows)


def compare_balance(
    question: BalanceQuestion,
    *,
    methods: tuple[str, ...] = METHODS,
    outcome: str = "",
    errors: Errors | None = None,
) -> tuple[ModelAnswer, dict[str, FloatArray]]:
    """Weights by each method, what they balance, and the outcome's difference with them.

    Parameters
    ----------
    methods
        Which of ``METHODS``. One that finds no weights is left out with the reason.
    outcome
        Column to compare; empty to look at balance alone, which comes first.
    errors
        Of that comparison; HC1 when left out.

    Returns
    -------
    tuple
        The answer, and the weights of all rows of the table by method, zero where a row is not
        used.

    Raises
    ------
    InputError
        If a method is unknown, or the question cannot be asked.
    DataMissing
        If no method finds weights.
    """
    for name in methods:
        if name not in METHODS:
            raise InputError(f"There is no method {name!r}; choose among {', '.join(METHODS)}.")
    rows = question.rows()
    weights: dict[str, FloatArray] = {}
    notes: list[str] = []
    if not rows.all():
        notes.append(f"{int((~rows).sum())} rows lack the treatment or a covariate; left out.")
    for name in methods:
        try:
            found, words = _weights(question, rows, name)
        except DataMissing as problem:
            notes.append(f"Left out: {name}. {problem}")
            continue
        weights[name] = np.zeros(len(rows))
        weights[name][rows] = found
        notes.append(words)
    if not weights:
        raise DataMissing("No method finds weights. " + " ".join(notes))
    table = _balance(question, rows, weights)
    notes += _poor(table)
    estimates: tuple[Estimate, ...] = ()
    if outcome:
        estimates = _estimates(question, rows, weights, outcome, errors or Errors("hetero"))
        notes.append("The errors take the weights as given, though they are estimated.")
    answer = ModelAnswer(
        "balance",
        outcome,
        DesignKind.MATCHED,
        estimates,
        {"balance": table},
        tuple(notes),
        "balance",
    )
    return answer, weights


def _weights(question: BalanceQuestion, rows: BoolArray, name: str) -> tuple[FloatArray, str]:
    treated = question.table.numbers(question.treatment)[rows] == 1
    X = _covariates(question)[rows]
    if name == "entropy":
        both = np.hstack([X, X**2]) if question.squares else X
        found = entropy_balance(treated, both)
        return found.weights, (
            f"Entropy balancing: the weights are worth {found.effective:.1f} of"
            f" {int((~treated).sum())} untreated rows."
        )
    stratum = codes(question.table.column(question.within))[rows] if question.within else None
    matched = match_nearest(
        treated, X, stratum=stratum, neighbours=question.neighbours, caliper=question.caliper
    )
    return matched.weights, (
        f"Matching: {len(matched.treated)} treated rows have matches, {matched.unmatched} have"
        f" none; {int((matched.weights[~treated] > 0).sum())} untreated rows are used."
    )


def _covariates(question: BalanceQuestion) -> FloatArray:
    return np.column_stack([question.table.numbers(name) for name in question.covariates])


def _balance(question: BalanceQuestion, rows: BoolArray, weights: dict[str, FloatArray]) -> Rows:
    """Differences of means in standard deviations of the treated, before and after."""
    treated = rows & (question.table.numbers(question.treatment) == 1)
    others = rows & ~treated
    out: list[dict[str, Any]] = []
    for name, value in zip(question.covariates, _covariates(question).T, strict=True):
        spread = float(value[treated].std()) or 1.0
        before = float(value[treated].mean() - value[others].mean()) / spread
        for method, w in weights.items():
            mine = np.average(value[treated], weights=w[treated])
            theirs = np.average(value[others], weights=w[others])
            out.append(
                {
                    "covariate": name,
                    "method": method,
                    "treated_mean": float(mine),
                    "untreated_mean": float(theirs),
                    "difference_before": before,
                    "difference_after": float(mine - theirs) / spread,
                }
            )
    return tuple(out)


def _poor(table: Rows) -> list[str]:
    poor = [
        f"{row['covariate']} ({row['method']})"
        for row in table
        if abs(row["difference_after"]) > POOR
    ]
    if not poor:
        return []
    return [f"Still more than a tenth of a standard deviation apart: {', '.join(poor)}."]


def _estimates(
    question: BalanceQuestion,
    rows: BoolArray,
    weights: dict[str, FloatArray],
    outcome: str,
    errors: Errors,
) -> tuple[Estimate, ...]:
    formula = f"`{outcome}` ~ `{question.treatment}`"
    found = [
        replace(
            run_panel(question.table.take(rows), formula, errors=errors), estimator="unadjusted"
        )
    ]
    for name, w in weights.items():
        wide: dict[str, Column] = dict(question.table.columns) | {WEIGHT: w}
        used = Table(wide, question.table.unit, question.table.period).take(w > 0)
        estimate = run_panel(used, formula, errors=errors, weights=WEIGHT)
        found.append(replace(estimate, estimator=f"{name} weights"))
    return tuple(
        replace(one, coefficients=tuple(c for c in one.coefficients if c.term != "(Intercept)"))
        for one in found
    )


def weight_rows(question: BalanceQuestion, weights: dict[str, FloatArray]) -> Rows:
    """One row for each row of the table: unit and period where it has them, and the weights."""
    table = question.table
    named = [name for name in (table.unit, table.period) if name]
    return tuple(
        {"row": at + 1}
        | {name: value_label(table.column(name)[at]) for name in named}
        | {f"{name}_weight": float(w[at]) for name, w in weights.items()}
        for at in range(len(table))
    )
