"""The equations of a dynamic panel: differences and levels of each unit, on one grid of periods."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from comity.methods.formula import Formula, Term, term_name
from comity.methods.panel_columns import Table, codes, factor_columns, term_columns
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError

Grid = FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Columns laid out as units by periods; NaN where a value is missing.

    Parameters
    ----------
    outcome
        ``(units, periods)``.
    names, terms
        Terms and their values, each ``(units, periods)``.
    labels
        Period of each column.
    """

    outcome: Grid
    names: tuple[str, ...]
    terms: tuple[Grid, ...]
    labels: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Equations:
    """Stacked rows: first the differenced equation, then the equation in levels if there is one.

    Parameters
    ----------
    y, X
        Outcome ``(n,)`` and regressors ``(n, K)`` of each row.
    names
        Regressors.
    unit, period
        Row's unit and column of the grid ``(n,)``.
    level
        Whether the row belongs to the equation in levels ``(n,)``.
    periods
        Columns of the grid.
    """

    y: FloatArray
    X: FloatArray
    names: tuple[str, ...]
    unit: IntArray
    period: IntArray
    level: BoolArray
    periods: int

    def errors_to_rows(self) -> "sparse.csr_array":
        """Matrix that turns independent errors of units and periods into the rows' errors."""
        n = len(self.y)
        cell = self.unit * self.periods + self.period
        rows = np.arange(n)
        changes = np.flatnonzero(~self.level)
        at = np.concatenate([rows, changes])
        columns = np.concatenate([cell, cell[changes] - 1])
        values = np.concatenate([np.ones(n), -np.ones(len(changes))])
        shape = (n, (int(self.unit.max()) + 1) * self.periods)
        return sparse.csr_array((values, (at, columns)), shape=shape)


def change(grid: Grid) -> Grid:
    """Value less that of the period before; the first period is unknown."""
    return grid - lagged(grid, 1)


def lagged(grid: Grid, periods: int) -> Grid:
    """Value some periods ago, unknown before the first."""
    out = np.full_like(grid, np.nan)
    if periods < grid.shape[1]:
        out[:, periods:] = grid[:, : grid.shape[1] - periods]
    return out


def lay_out(table: Table, formula: Formula) -> Panel:
    """Put a formula's columns on the grid.

    Raises
    ------
    InputError
        If unit or period is not named, a unit has two rows in one period, or the formula has
        fixed effects or instruments of its own.
    """
    if not table.unit or not table.period:
        raise InputError("A dynamic panel needs the unit and the period to be named.")
    if formula.effects or formula.endogenous:
        raise InputError(
            "A dynamic panel's formula has no bars: unit effects are differenced out, and"
            " instruments come from the panel itself."
        )
    unit, period = codes(table.column(table.unit)), table.numbers(table.period)
    known = (unit >= 0) & np.isfinite(period)
    if not known.any() or not np.array_equal(period[known], np.round(period[known])):
        raise InputError(f"The period column {table.period!r} must hold whole numbers.")
    first, last = int(period[known].min()), int(period[known].max())
    shape = (int(unit.max()) + 1, last - first + 1)
    cell = unit[known] * shape[1] + (period[known] - first).astype(np.int64)
    if len(np.unique(cell)) < len(cell):
        raise InputError(f"A unit of {table.unit!r} has two rows in one {table.period!r}.")

    def grid(values: FloatArray) -> Grid:
        out = np.full(shape[0] * shape[1], np.nan)
        out[cell] = values[known]
        return out.reshape(shape)

    names, columns = _columns(table, formula.terms)
    outcome = factor_columns(table, formula.outcome)[1]
    if outcome.shape[1] != 1:
        raise InputError(f"The outcome {formula.outcome} makes several columns; it must be one.")
    labels = np.arange(first, last + 1)
    return Panel(grid(outcome[:, 0]), names, tuple(grid(c) for c in columns), labels)


def _columns(table: Table, terms: Sequence[Term]) -> tuple[tuple[str, ...], list[FloatArray]]:
    names: list[str] = []
    columns: list[FloatArray] = []
    for term in terms:
        found, values = term_columns(table, term)
        if not found:
            raise InputError(f"The term {term_name(term)} makes no column.")
        names.extend(found)
        columns.extend(values.T)
    return tuple(names), columns


def stack_equations(panel: Panel, *, system: bool, period_effects: bool) -> Equations:
    """Complete rows of both equations; the intercept and the period effects come last.

    Raises
    ------
    DataMissing
        If no unit has the periods in a row that a difference needs.
    """
    steps = [change(g) for g in panel.terms]
    moved = np.isfinite(np.stack([change(panel.outcome), *steps])).all(axis=0)
    still = np.isfinite(np.stack([panel.outcome, *panel.terms])).all(axis=0)
    if not moved.any():
        raise DataMissing(
            "No unit has the periods in a row that a difference of every term needs;"
            " use fewer lags or fewer terms."
        )
    at = [np.nonzero(moved)]
    y, X = [change(panel.outcome)[moved]], [np.column_stack([g[moved] for g in steps])]
    if system:
        at.append(np.nonzero(still))
        y.append(panel.outcome[still])
        X.append(np.column_stack([g[still] for g in panel.terms]))
    unit, period = (np.concatenate([pair[k] for pair in at]) for k in (0, 1))
    level = np.concatenate([np.full(len(part), k == 1) for k, part in enumerate(y)])
    names, more = _constants(panel.labels, period, level, period_effects=period_effects)
    columns = np.hstack([np.concatenate(X), more])
    return Equations(
        np.concatenate(y), columns, (*panel.names, *names), unit, period, level, len(panel.labels)
    )


def _constants(
    labels: IntArray, period: IntArray, level: BoolArray, *, period_effects: bool
) -> tuple[list[str], FloatArray]:
    """Intercept of the levels, and a dummy for each used period but the earliest, differenced."""
    names, columns = [], []
    if level.any():
        names.append("(Intercept)")
        columns.append(level.astype(float))
    if period_effects:
        used = np.unique(np.concatenate([period[level], period[~level], period[~level] - 1]))
        used = np.unique(period[level]) if level.any() else used
        for t in used[1:]:
            own = (period == t).astype(float)
            columns.append(np.where(level, own, own - (period - 1 == t)))
            names.append(f"period::{labels[t]}")
    return names, np.column_stack(columns) if columns else np.zeros((len(period), 0))
