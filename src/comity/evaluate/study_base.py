"""The base model of a study: the first alternative of every choice, with every control."""

from dataclasses import dataclass

import numpy as np

from comity.evaluate.panel_errors import Errors, parse_errors
from comity.evaluate.sample_rules import rows_of_rule
from comity.evaluate.study import DYNAMIC, EVENTS, NONE, Study, control_terms, effects_of
from comity.evaluate.study_columns import study_columns
from comity.methods.formula import Factor, Formula, Term
from comity.methods.panel_columns import Column, Table, shifted
from comity.terms.errors import RecipeError


@dataclass(frozen=True, slots=True, eq=False)
class BaseModel:
    """A model as the quick form would take it.

    Parameters
    ----------
    table
        Rows of the first sample, with the outcome and the treatment as columns named by how they
        are measured.
    formula, errors, weights, family
        As for ``run_panel``.
    """

    table: Table
    formula: str
    errors: Errors
    weights: str
    family: str


def base_model(study: Study, table: Table) -> BaseModel:
    """Write the base model of a study as a formula.

    Lags and leads, those of controls included, are taken on all rows before the sample's rule.

    Raises
    ------
    RecipeError
        If the first estimator is no panel regression.
    """
    if study.estimators[0] in (*DYNAMIC, *EVENTS):
        command = "dynamic" if study.estimators[0] in DYNAMIC else "event-study"
        raise RecipeError(
            f"The first estimator of the study, {study.estimators[0]!r}, is no panel regression;"
            f" use comity evaluate {command}, or list 'ols' first."
        )
    table = Table(table.columns, study.unit, study.period)
    columns = study_columns(study, table)
    outcome, treatment = study.outcomes[0].label, study.treatments[0].label
    extra: dict[str, Column] = {
        outcome: columns.values[:, columns.outcomes[0]],
        treatment: columns.values[:, columns.treatments[0]],
    }
    terms: list[Term] = [(Factor(treatment),)]
    if study.moderators[0] != NONE:
        moderator = control_terms(study.moderators[0])[0]
        terms += [moderator, (Factor(treatment), *moderator)]
    for text in (*study.required, *(t for group in study.options for t in group)):
        terms += [_kept_lags(term, table, extra) for term in control_terms(text)]
    instruments = tuple(t for text in study.instruments for t in control_terms(text))
    two_stage = study.estimators[0] == "2sls"
    formula = Formula(
        Factor(outcome),
        tuple(dict.fromkeys(terms[1:] if two_stage else terms)),
        study.absorbed[0] == NONE,
        effects_of(study.absorbed[0]),
        (terms[0],) if two_stage else (),
        instruments if two_stage else (),
    )
    rows = rows_of_rule(next(iter(study.samples.values())), table)
    chosen = Table({**table.columns, **extra}, study.unit, study.period).take(rows)
    weights = "" if study.weights[0] == NONE else study.weights[0]
    family = "poisson" if study.estimators[0] == "poisson" else "gaussian"
    return BaseModel(chosen, str(formula), parse_errors(study.errors[0]), weights, family)


def _kept_lags(term: Term, table: Table, extra: dict[str, Column]) -> Term:
    """Lags of controls as columns of their own, so that a sample's rule cannot cut them off."""
    kept = []
    for factor in term:
        if factor.function not in {"l", "f", "d"}:
            kept.append(factor)
            continue
        values = table.numbers(factor.variable)
        name = str(factor)
        if factor.function == "d":
            moved = values - shifted(table, values, factor.number)
        else:
            moved = shifted(table, values, factor.number * (1 if factor.function == "l" else -1))
        extra[name] = np.asarray(moved)
        kept.append(Factor(name))
    return tuple(kept)
