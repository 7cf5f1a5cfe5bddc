"""Time since the start of treatment in a two-way model: alike for all, or for each group of starters.

With one coefficient for each time since the start, two-way fixed effects mix up groups whose paths
differ. One for each group and time, averaged by the groups' shares, does not (:cite:p:`sun2021`).
"""

from dataclasses import dataclass

import numpy as np

from comity.methods.formula import Factor, Formula
from comity.methods.panel_columns import Table, codes
from comity.methods.panel_design import Design
from comity.methods.panel_ols import PanelFit, fit_ols
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.errors import DataMissing, InputError


@dataclass(frozen=True, slots=True, eq=False)
class EventStudy:
    """A fitted event study.

    Parameters
    ----------
    fit
        The regression; take its covariance as any other's.
    times
        Times since the start ``(m,)``, without the reference.
    weights
        What each coefficient of the regression counts at each time ``(m, K)``.
    notes
        What was left out and why.
    """

    fit: PanelFit
    times: FloatArray
    weights: FloatArray
    notes: tuple[str, ...] = ()

    def path(self, covariance: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Estimates at each time ``(m,)`` and their covariance ``(m, m)``."""
        return self.weights @ self.fit.beta, self.weights @ covariance @ self.weights.T


def fit_event_study(
    table: Table,
    outcome: str,
    first: FloatArray,
    *,
    interacted: bool = True,
    controls: tuple[str, ...] = (),
    clusters: tuple[str, ...] = (),
    reference: int = -1,
) -> EventStudy:
    """Least squares with unit and period effects.

    Parameters
    ----------
    table
        With unit and period named.
    first
        First treated period of the row's unit; NaN for never ``(n,)``.
    interacted
        One coefficient for each group and time (Sun and Abraham) or for each time (two-way).
    controls
        Columns that are added as they are.
    clusters
        Clustering columns; the unit when left out.
    reference
        Time since the start that the others are compared with.

    Raises
    ------
    InputError
        If nobody starts within the data.
    DataMissing
        If no row is complete.
    """
    period = table.numbers(table.period)
    y = table.numbers(outcome)
    more = np.column_stack([y, *(table.numbers(name) for name in controls)])
    groups = {name: codes(table.column(name)) for name in (clusters or (table.unit,))}
    unit = codes(table.column(table.unit))
    rows = np.isfinite(more).all(axis=1) & np.isfinite(period) & (unit >= 0)
    for code in groups.values():
        rows &= code >= 0
    if not rows.any():
        raise DataMissing("No row has the outcome and every control.")
    rows, first, notes = _comparable(rows, first, period)
    since = (period - first)[rows]
    names, columns, times = _columns(since, first[rows], interacted, reference)
    design = Design(
        Formula(Factor(outcome), ()),
        (*names, *controls),
        np.column_stack([*columns, more[rows, 1:]]),
        y[rows],
        (), np.zeros((int(rows.sum()), 0)), (), np.zeros((int(rows.sum()), 0)),
        (unit[rows], codes(period[rows])),
        {name: code[rows] for name, code in groups.items()},
        None,
        rows,
        (),
    )  # fmt: skip
    fit = fit_ols(design)
    at, weights = _shares(fit, names, times, columns)
    return EventStudy(fit, at, weights, notes)


def _comparable(
    rows: BoolArray, first: FloatArray, period: FloatArray
) -> tuple[BoolArray, FloatArray, tuple[str, ...]]:
    """Rows of units seen before their start; the last to start are the controls if need be."""
    notes = []
    earliest, latest = period[rows].min(), period[rows].max()
    first = np.where(first > latest, np.nan, first)
    always = rows & (first <= earliest)
    if always.any():
        notes.append(f"{int(always.sum())} rows are of units treated from the first period on.")
    rows = rows & ~always
    starts = np.unique(first[rows & np.isfinite(first)])
    if not len(starts):
        raise InputError(
            "No unit starts after the first period and within the data;"
            " give the first treated period of each treated unit."
        )
    if not (rows & np.isnan(first)).any():
        if len(starts) < 2:
            raise DataMissing("All units start at once and none is untreated: nothing to compare.")
        last = starts[-1]
        first = np.where(first == last, np.nan, first)
        rows = rows & (period < last)
        notes.append(f"No unit is never treated; those that start in {last:g} stand in until then.")
    return rows, first, tuple(notes)


def _columns(
    since: FloatArray, first: FloatArray, interacted: bool, reference: int
) -> tuple[list[str], list[FloatArray], list[float]]:
    names, columns, times = [], [], []
    for time in np.unique(since[np.isfinite(since)]):
        if time == reference:
            continue
        at = since == time
        for group in np.unique(first[at]) if interacted else [np.nan]:
            own = at & (first == group) if interacted else at
            names.append(f"since::{time:g}:first::{group:g}" if interacted else f"since::{time:g}")
            columns.append(own.astype(float))
            times.append(float(time))
    if not columns:
        raise DataMissing("The only time since the start in the data is the reference.")
    return names, columns, times


def _shares(
    fit: PanelFit, names: list[str], times: list[float], columns: list[FloatArray]
) -> tuple[FloatArray, FloatArray]:
    """Share of each group among the rows at a time; coefficients that were dropped have none."""
    size = {name: column.sum() for name, column in zip(names, columns, strict=True)}
    time = dict(zip(names, times, strict=True))
    kept = [name for name in fit.names if name in size]
    at = np.unique([time[name] for name in kept])
    weights = np.zeros((len(at), len(fit.names)))
    for column, name in enumerate(fit.names):
        if name in size:
            weights[np.searchsorted(at, time[name]), column] = size[name]
    return at, weights / weights.sum(axis=1, keepdims=True)
