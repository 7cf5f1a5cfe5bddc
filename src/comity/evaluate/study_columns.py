"""Every column that any specification of a study can use, computed once on the whole table."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.sample_rules import rows_of_rule
from comity.evaluate.study import (
    DYNAMIC,
    EVENTS,
    NONE,
    Outcome,
    Study,
    Treatment,
    control_terms,
    effects_of,
    is_named_quantity,
    parse_quantity,
)
from comity.methods.formula import term_name
from comity.methods.panel_columns import Table, codes, combined_codes, shifted, term_columns
from comity.methods.transform import transform
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError, UnknownName


@dataclass(frozen=True, slots=True, eq=False)
class StudyColumns:
    """Columns by position, and where each alternative of the study is among them.

    Parameters
    ----------
    names, values
        ``(p,)`` and ``(n, p)``; NaN where a value is missing.
    outcomes, treatments
        Position of each alternative.
    moderators
        Positions of the main term of each moderator; -1 for none.
    interactions
        Position of each treatment times each moderator ``(treatments, moderators)``; -1 for none.
    required, options, instruments
        Positions of the control columns.
    constant
        Position of the column of ones.
    samples, groups, weights
        Rows of each sample; codes of each set of columns that is absorbed or clustered by; weights
        by name.
    unit, period
        Codes ``(n,)``; -1 where missing.
    time
        The period as a number ``(n,)``; NaN where it is missing or no number.
    """

    names: tuple[str, ...]
    values: FloatArray
    outcomes: tuple[int, ...]
    treatments: tuple[int, ...]
    moderators: tuple[int, ...]
    interactions: IntArray
    required: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]
    instruments: tuple[int, ...]
    constant: int
    samples: dict[str, BoolArray]
    groups: dict[tuple[str, ...], IntArray]
    weights: dict[str, FloatArray]
    unit: IntArray
    period: IntArray
    time: FloatArray

    def position(self, name: str) -> int:
        """Position of a control term by its name, or -1."""
        return self.names.index(name) if name in self.names else -1


class _Store:
    """Columns in order of first use, each once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.names: list[str] = []
        self.columns: list[FloatArray] = []

    def add(self, name: str, values: FloatArray) -> int:
        if name not in self.names:
            self.names.append(name)
            self.columns.append(values)
        return self.names.index(name)

    def controls(self, text: str) -> tuple[int, ...]:
        found: list[int] = []
        for term in control_terms(text):
            names, values = term_columns(self.table, term)
            found += [self.add(n, values[:, at]) for at, n in enumerate(names)]
        return tuple(found)


def study_columns(study: Study, table: Table) -> StudyColumns:
    """Compute every column of a study.

    Lags and leads are taken on the whole table, before any sample rule.

    Raises
    ------
    UnknownName
        If the study names a column that the table lacks, or a quantity that no model has.
    InputError
        If a deflator or a weight is not positive.
    DataMissing
        If a sample rule takes no row.
    """
    table = Table(table.columns, study.unit, study.period)
    store = _Store(table)
    outcomes = tuple(store.add(f"outcome {o.label}", _outcome(table, o)) for o in study.outcomes)
    treatments = tuple(
        store.add(f"treatment {t.label}", _treatment(table, t)) for t in study.treatments
    )
    moderators = tuple(-1 if m == NONE else store.controls(m)[0] for m in study.moderators)
    interactions = np.full((len(treatments), len(moderators)), -1, dtype=np.int64)
    for i, treatment in enumerate(treatments):
        for j, moderator in enumerate(moderators):
            if moderator >= 0:
                name = f"{store.names[treatment]} : {store.names[moderator]}"
                product = store.columns[treatment] * store.columns[moderator]
                interactions[i, j] = store.add(name, product)
    required = tuple(at for text in study.required for at in store.controls(text))
    options = tuple(
        tuple(dict.fromkeys(at for text in group for at in store.controls(text)))
        for group in study.options
    )
    instruments = tuple(at for text in study.instruments for at in store.controls(text))
    constant = store.add(term_name(()), np.ones(len(table)))
    _check_quantities(study, store.names)
    return StudyColumns(
        tuple(store.names),
        np.column_stack(store.columns),
        outcomes,
        treatments,
        moderators,
        interactions,
        required,
        options,
        instruments,
        constant,
        _samples(study, table),
        _groups(study, table),
        {name: _weights(table, name) for name in study.weights if name != NONE},
        codes(table.column(study.unit)),
        codes(table.column(study.period)),
        _time(table),
    )


def _check_quantities(study: Study, names: list[str]) -> None:
    """Refuse a quantity that no specification could have, such as a name with a slip."""
    own = any(name in (*DYNAMIC, *EVENTS) for name in study.estimators)
    known = ["treatment", "interaction", *names]
    for text in study.quantities:
        for name in parse_quantity(text):
            if name not in known and not (own and is_named_quantity(name)):
                raise UnknownName("quantity", name, known)


def _time(table: Table) -> FloatArray:
    numeric = np.asarray(table.column(table.period)).dtype.kind in "biuf"
    return table.numbers(table.period) if numeric else np.full(len(table), np.nan)


def _outcome(table: Table, outcome: Outcome) -> FloatArray:
    values = transform(table.numbers(outcome.column), outcome.transform)
    return shifted(table, values, -outcome.lead) if outcome.lead else values


def _treatment(table: Table, treatment: Treatment) -> FloatArray:
    values = table.numbers(treatment.column)
    if treatment.deflator != NONE:
        deflator = table.numbers(treatment.deflator)
        if (deflator[np.isfinite(deflator)] <= 0).any():
            raise InputError(
                f"The deflator {treatment.deflator!r} has values that are not positive."
            )
        values = values / deflator
    values = transform(values, treatment.transform)
    return shifted(table, values, treatment.lag) if treatment.lag else values


def _weights(table: Table, name: str) -> FloatArray:
    values = table.numbers(name)
    if (values[np.isfinite(values)] <= 0).any():
        raise InputError(f"The weights {name!r} have values that are not positive.")
    return values


def _samples(study: Study, table: Table) -> dict[str, BoolArray]:
    found = {name: rows_of_rule(rule, table) for name, rule in study.samples.items()}
    for name, rows in found.items():
        if not rows.any():
            raise DataMissing(f"The sample {name!r} takes no row; widen its rule.")
    return found


def _groups(study: Study, table: Table) -> dict[tuple[str, ...], IntArray]:
    wanted: dict[tuple[str, ...], Any] = {}
    for text in study.absorbed:
        wanted |= dict.fromkeys(effects_of(text))
    for text in study.errors:
        wanted |= dict.fromkeys(parse_errors(text).clusters)
    return {names: combined_codes(table, names) for names in wanted}
