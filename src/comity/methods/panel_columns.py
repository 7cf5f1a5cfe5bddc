"""Columns of a model: codes of categories, and the values of each term of a formula."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from comity.methods.formula import Factor, Term, term_name
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError, UnknownName

Column = npt.NDArray[Any]
_PLAIN: dict[str, Callable[[FloatArray], FloatArray]] = {
    "exp": np.exp,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "asinh": np.arcsinh,
    "abs": np.abs,
    "log": np.log,
}


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Named columns of equal length, and which of them say unit and period.

    Parameters
    ----------
    columns
        Numbers or words, each ``(n,)``. NaN, None and empty words are missing.
    unit, period
        Columns that lags, leads and differences need; the period holds whole numbers.
    """

    columns: Mapping[str, Column]
    unit: str = ""
    period: str = ""

    def __len__(self) -> int:
        """Rows."""
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def column(self, name: str) -> Column:
        """One column.

        Raises
        ------
        UnknownName
            If there is none of that name; the nearest names are suggested.
        """
        if name not in self.columns:
            raise UnknownName("column", name, self.columns)
        return self.columns[name]

    def numbers(self, name: str) -> FloatArray:
        """One column as numbers.

        Raises
        ------
        InputError
            If the column holds words.
        """
        column = self.column(name)
        if column.dtype.kind in "biuf":
            return np.asarray(column, dtype=np.float64)
        raise InputError(
            f"The column {name!r} holds words where a number is needed;"
            f" write i({name}) for one column for each value."
        )

    def take(self, rows: BoolArray | IntArray) -> "Table":
        """Return the same columns with these rows only."""
        kept = {name: np.asarray(column)[rows] for name, column in self.columns.items()}
        return Table(kept, self.unit, self.period)


def codes(column: Column) -> IntArray:
    """Whole number for each value of a column, in sorted order; -1 where it is missing.

    Examples
    --------
    >>> import numpy as np
    >>> codes(np.array(["b", "a", "", "b"], dtype=object)).tolist()
    [1, 0, -1, 1]
    """
    column = np.asarray(column)
    if column.dtype.kind == "f":
        missing = np.isnan(column)
    elif column.dtype.kind in "biu":
        missing = np.zeros(len(column), dtype=bool)
    else:
        column = np.array(
            ["" if v is None or (isinstance(v, float) and np.isnan(v)) else str(v) for v in column],
            dtype=str,
        )
        missing = column == ""
    found = np.full(len(column), -1, dtype=np.int64)
    if not missing.all():
        found[~missing] = np.unique(column[~missing], return_inverse=True)[1]
    return found


def combined_codes(table: Table, names: tuple[str, ...]) -> IntArray:
    """Whole number for each combination of some columns; -1 where any is missing ``(n,)``."""
    found = codes(table.column(names[0]))
    for name in names[1:]:
        more = codes(table.column(name))
        missing = (found < 0) | (more < 0)
        pair = found * (more.max(initial=0) + 1) + more
        found = np.full(len(found), -1, dtype=np.int64)
        if not missing.all():
            found[~missing] = np.unique(pair[~missing], return_inverse=True)[1]
    return found


def shifted(table: Table, values: FloatArray, periods: float) -> FloatArray:
    """Value of the same unit some periods ago; NaN where that row is absent ``(n,)``.

    Raises
    ------
    InputError
        If unit and period are not named, or a unit has two rows in one period.
    """
    if not table.unit or not table.period:
        raise InputError("Lags, leads and differences need the unit and the period to be named.")
    if periods != int(periods):
        raise InputError(f"A lag of {periods:g} periods is not a whole number of periods.")
    unit, period = codes(table.column(table.unit)), table.numbers(table.period)
    known = (unit >= 0) & np.isfinite(period)
    if not np.array_equal(period[known], np.round(period[known])):
        raise InputError(f"The period column {table.period!r} must hold whole numbers for lags.")
    time = np.where(known, period, 0).astype(np.int64)
    span = int(np.ptp(time[known])) + 2 * abs(int(periods)) + 2 if known.any() else 1
    low = int(time[known].min()) - abs(int(periods)) if known.any() else 0
    key = np.where(known, unit * span + (time - low), -1)
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    if (np.diff(ranked[ranked >= 0]) == 0).any():
        raise InputError(
            f"A unit of {table.unit!r} has two rows in one {table.period!r}; lags need one each."
        )
    wanted = key - int(periods)
    place = np.minimum(np.searchsorted(ranked, wanted), len(ranked) - 1)
    found = known & (ranked[place] == wanted)
    return np.where(found, values[order[place]], np.nan)


def factor_columns(table: Table, factor: Factor) -> tuple[list[str], FloatArray]:
    """Names and values of one factor ``(n, columns)``; NaN where a value is missing.

    Raises
    ------
    InputError
        If a function meets a value outside its domain, or ``i`` lacks its reference value.
    """
    if factor.function == "i":
        return _categories(table, factor)
    values = table.numbers(factor.variable)
    if factor.function in _PLAIN:
        values = _applied(values, factor)
    elif factor.function == "power":
        values = values**factor.number
    elif factor.function == "l":
        values = shifted(table, values, factor.number)
    elif factor.function == "f":
        values = shifted(table, values, -factor.number)
    elif factor.function == "d":
        values = values - shifted(table, values, factor.number)
    return [str(factor)], values[:, None]


def _applied(values: FloatArray, factor: Factor) -> FloatArray:
    with np.errstate(all="ignore"):
        out = _PLAIN[factor.function](values)
    bad = np.isfinite(values) & ~np.isfinite(out)
    if bad.any():
        raise InputError(
            f"{factor} meets {int(bad.sum())} values outside its domain, such as"
            f" {values[bad][0]:g}; use log1p or asinh, or leave those rows out."
        )
    return out


def _categories(table: Table, factor: Factor) -> tuple[list[str], FloatArray]:
    column = np.asarray(table.column(factor.variable))
    code = codes(column)
    labels = [
        value_label(column[np.flatnonzero(code == c)[0]]) for c in range(code.max(initial=-1) + 1)
    ]
    if factor.reference is not None and factor.reference not in labels:
        raise UnknownName(f"value of {factor.variable!r}", factor.reference, labels)
    left_out = factor.reference
    if left_out is None and not factor.by:
        left_out = labels[0] if labels else None
    kept = [c for c, label in enumerate(labels) if label != left_out]
    dummies = np.where(code[:, None] < 0, np.nan, (code[:, None] == kept).astype(float))
    names = [f"{factor.variable}::{labels[c]}" for c in kept]
    if factor.by:
        dummies = dummies * table.numbers(factor.by)[:, None]
        names = [f"{name}:{factor.by}" for name in names]
    return names, dummies


def value_label(value: Any) -> str:
    """Write a value of a column as a label: whole numbers without a decimal point, in full."""
    if isinstance(value, float | np.floating):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return str(value)


def term_columns(table: Table, term: Term) -> tuple[list[str], FloatArray]:
    """Names and values of a term: products of the columns of its factors ``(n, columns)``."""
    if not term:
        return [term_name(term)], np.ones((len(table), 1))
    names, values = factor_columns(table, term[0])
    for factor in term[1:]:
        more_names, more = factor_columns(table, factor)
        names = [f"{a}:{b}" for a in names for b in more_names]
        values = (values[:, :, None] * more[:, None, :]).reshape(len(values), -1)
    return names, values
