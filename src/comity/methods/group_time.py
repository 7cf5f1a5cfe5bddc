"""Callaway and Sant'Anna's averages: each group of starters in each period, against valid controls.

Each cell compares the change of one group since before its start with the change of units that are
not treated by then, so that no treated unit is ever a control (:cite:p:`callaway2021`).
"""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_demean import dense_codes
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError

CONTROLS = ("never", "not-yet")
BASES = ("varying", "universal")


@dataclass(frozen=True, slots=True, eq=False)
class GroupTime:
    """One average for each group and period.

    Parameters
    ----------
    group, period
        First treated period of the group, and the period ``(m,)``.
    estimate
        ``(m,)``; NaN where there is nobody to compare.
    influence
        What each unit contributes, times the number of units ``(units, m)``.
    first
        First treated period of each unit, infinite for never ``(units,)``.
    left_out
        Units treated in the first period or earlier, which have no change from before.
    """

    group: FloatArray
    period: FloatArray
    estimate: FloatArray
    influence: FloatArray
    first: FloatArray
    left_out: int

    @property
    def std_errors(self) -> FloatArray:
        """Standard errors of the cells ``(m,)``, which allow for clusters of units."""
        units = len(self.first)
        return np.asarray(np.sqrt((self.influence**2).sum(axis=0)) / units)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Units by periods: outcome and covariates, with NaN for holes."""

    outcome: FloatArray
    covariates: FloatArray
    first: FloatArray
    periods: FloatArray
    left_out: int


def group_time(
    y: FloatArray,
    unit: IntArray,
    period: FloatArray,
    first: FloatArray,
    *,
    covariates: FloatArray | None = None,
    control: str = "never",
    base: str = "varying",
) -> GroupTime:
    """Average of each group of starters in each period.

    Parameters
    ----------
    y, unit, period
        Outcome, code of the unit, and the period ``(n,)``.
    first
        First treated period of the row's unit; NaN for units that are never treated ``(n,)``.
    covariates
        Columns whose values before allow for other changes, by regression among the controls
        ``(n, p)``.
    control
        ``never``: units that are never treated; ``not-yet``: those and units treated later.
    base
        Before the start, compare with the period before (``varying``) or with the last period
        before the start throughout (``universal``). After it, it is always the latter.

    Raises
    ------
    InputError
        If a choice is unknown, a unit starts twice or has two rows in a period, or nobody is
        treated.
    DataMissing
        If there are no controls.
    """
    if control not in CONTROLS or base not in BASES:
        raise InputError(f"Choose controls among {CONTROLS} and the base period among {BASES}.")
    extra = np.zeros((len(y), 0)) if covariates is None else covariates
    grid = lay_out_starts(y, unit, period, first, extra)
    groups = np.unique(grid.first[np.isfinite(grid.first)])
    if control == "never" and np.isfinite(grid.first).all():
        raise DataMissing("No unit is never treated; compare with those not yet treated instead.")
    cells, estimates, influences = [], [], []
    for group in groups:
        before = int(np.searchsorted(grid.periods, group)) - 1
        for at in range(len(grid.periods)):
            earlier = at - 1 if base == "varying" and at <= before else before
            if earlier < 0:
                continue
            cells.append((group, grid.periods[at]))
            estimate, influence = _cell(grid, group, at, earlier, control)
            estimates.append(estimate)
            influences.append(influence)
    if not np.isfinite(estimates).any():
        raise DataMissing("No group can be compared with anyone; the panel is too thin.")
    groups_of, periods_of = np.array(cells).T
    return GroupTime(
        groups_of,
        periods_of,
        np.array(estimates),
        np.column_stack(influences),
        grid.first,
        grid.left_out,
    )


def lay_out_starts(
    y: FloatArray, unit: IntArray, period: FloatArray, first: FloatArray, covariates: FloatArray
) -> Grid:
    """Units by periods, without the units that are treated from the first period on.

    Raises
    ------
    InputError
        If a unit has two starts, or two rows in one period, or no start can be used.
    """
    code, units = dense_codes(unit)
    periods, column = np.unique(period, return_inverse=True)
    start = np.where(np.isnan(first), np.inf, first)
    starts = np.full(units, np.nan)
    starts[code] = start
    if not np.array_equal(starts[code], start):
        raise InputError("A unit has more than one first treated period; give one for each unit.")
    if len(np.unique(code * len(periods) + column)) < len(code):
        raise InputError("A unit has two rows in one period.")
    outcome = np.full((units, len(periods)), np.nan)
    outcome[code, column] = y
    extra = np.full((units, len(periods), covariates.shape[1]), np.nan)
    extra[code, column] = covariates
    kept = starts > periods[0]
    starts = np.where(starts > periods[-1], np.inf, starts)
    if not np.isfinite(starts[kept]).any():
        raise InputError(
            "No unit starts after the first period and within the data;"
            " give the first treated period of each treated unit."
        )
    return Grid(outcome[kept], extra[kept], starts[kept], periods, int((~kept).sum()))


def _cell(
    grid: Grid, group: float, at: int, earlier: int, control: str
) -> tuple[float, FloatArray]:
    """Estimate of one cell and each unit's contribution, times the number of units."""
    nothing = np.zeros(len(grid.first))
    if at == earlier:
        return 0.0, nothing
    change = grid.outcome[:, at] - grid.outcome[:, earlier]
    X = np.column_stack([np.ones(len(change)), grid.covariates[:, min(at, earlier)]])
    known = np.isfinite(change) & np.isfinite(X).all(axis=1)
    treated = known & (grid.first == group)
    others = known & _controls(grid, group, max(at, earlier), control)
    if not treated.any() or others.sum() <= X.shape[1]:
        return float("nan"), nothing
    bread = np.linalg.pinv(X[others].T @ X[others], hermitian=True)
    slope = bread @ (X[others].T @ change[others])
    gap = change - X @ slope
    estimate = float(gap[treated].mean())
    influence = nothing
    influence[treated] = (gap[treated] - estimate) / treated.sum()
    influence[others] -= gap[others] * (X[others] @ (bread @ X[treated].mean(axis=0)))
    return estimate, influence * len(change)


def _controls(grid: Grid, group: float, latest: int, control: str) -> BoolArray:
    if control == "never":
        return np.asarray(np.isinf(grid.first))
    return np.asarray((grid.first > grid.periods[latest]) & (grid.first != group))
