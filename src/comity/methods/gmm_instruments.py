"""Instruments that a dynamic panel supplies itself: its own past levels and past changes."""

from dataclasses import dataclass

import numpy as np

from comity.methods.gmm_rows import Equations, Grid, change, lagged
from comity.terms.arrays import BoolArray, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """A variable whose past is used.

    Parameters
    ----------
    name, grid
        Name and values ``(units, periods)``.
    first
        Nearest lag whose level is no news to the change in the error: 2 for an outcome or an
        endogenous term, 1 for a predetermined one.
    """

    name: str
    grid: Grid
    first: int


def instruments_of(
    equations: Equations,
    pasts: tuple[Past, ...],
    ordinary: BoolArray,
    *,
    deepest: int | None = None,
    collapse: bool = True,
) -> tuple[tuple[str, ...], FloatArray]:
    """Names and columns of the instruments, each row's missing ones as zero ``(n, L)``.

    Parameters
    ----------
    ordinary
        Regressors that are their own instruments ``(K,)``; a period effect is one in levels only,
        where there are levels.
    deepest
        Furthest lag whose level is used in the differenced equation; all there are when left out.
    collapse
        One column for each lag; otherwise one for each lag and period, whose number grows with
        the square of the periods (:cite:p:`roodman2009note`).
    """
    names, columns = [], []
    for past in pasts:
        furthest = equations.periods - 1 if deepest is None else max(deepest, past.first)
        for lag in range(past.first, furthest + 1):
            value = _at(lagged(past.grid, lag), equations, ~equations.level)
            names.append(f"l({past.name}, {lag})")
            columns.append(value)
        if equations.level.any():
            value = _at(lagged(change(past.grid), past.first - 1), equations, equations.level)
            names.append(f"d(l({past.name}, {past.first - 1}))")
            columns.append(value)
    if not collapse:
        names, columns = _by_period(names, columns, equations)
    exogenous = equations.X[:, ordinary].copy()
    periods = np.array([name.startswith("period::") for name in equations.names])[ordinary]
    if equations.level.any():
        exogenous[np.ix_(~equations.level, periods)] = 0.0
    stacked = np.column_stack([*columns, exogenous])
    own = [n for n, o in zip(equations.names, ordinary, strict=True) if o]
    kept = np.abs(stacked).max(axis=0) > 0
    return tuple(n for n, k in zip([*names, *own], kept, strict=True) if k), stacked[:, kept]


def _at(grid: Grid, equations: Equations, rows: BoolArray) -> FloatArray:
    value = grid[equations.unit, equations.period]
    return np.where(rows & np.isfinite(value), value, 0.0)


def _by_period(
    names: list[str], columns: list[FloatArray], equations: Equations
) -> tuple[list[str], list[FloatArray]]:
    """Split each column into one for each period."""
    split, labels = [], []
    for name, column in zip(names, columns, strict=True):
        for t in np.unique(equations.period):
            split.append(np.where(equations.period == t, column, 0.0))
            labels.append(f"{name} at {t}")
    return labels, split
