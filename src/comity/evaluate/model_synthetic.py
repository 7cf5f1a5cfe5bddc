"""One treated unit against a weighted mean of others, with placebo ranks."""

from dataclasses import replace
from typing import Any

import numpy as np

from comity.evaluate.model_answer import ModelAnswer, Rows, claim_of
from comity.evaluate.study_data import edition
from comity.methods.panel_columns import Table, codes, value_label
from comity.methods.synthetic_control import SyntheticControl, synthetic_control
from comity.terms.arrays import FloatArray
from comity.terms.errors import DataMissing, InputError, UnknownName
from comity.terms.estimate import Coefficient, Estimate
from comity.terms.evaluation import DesignKind
from comity.terms.provenance import Provenance

SMALL = 1e-4
NAN = float("nan")


def estimate_synthetic(
    table: Table,
    outcome: str,
    treated: str,
    start: float,
    *,
    donors: tuple[str, ...] = (),
    assumptions_tested: str = "",
) -> ModelAnswer:
    """Fit the treated unit before the start, and do the same to every donor.

    Parameters
    ----------
    table
        With unit and period named.
    treated
        The treated unit, as the unit column writes it.
    start
        First treated period.
    donors
        Units to draw on; all others when empty. Those with a missing value are left out.

    Raises
    ------
    UnknownName
        If the treated unit or a donor is not in the data.
    DataMissing
        If the treated unit lacks a value, or fewer than two donors are complete.
    InputError
        If there are fewer than two periods before the start, or none from it on.
    """
    names, periods, grid = _grid(table, outcome)
    for name in (treated, *donors):
        if name not in names:
            raise UnknownName(f"{table.unit}", name, names)
    own = names.index(treated)
    if not np.isfinite(grid[own]).all():
        lost = ", ".join(value_label(p) for p in periods[~np.isfinite(grid[own])][:3])
        raise DataMissing(f"{treated} has no {outcome} in {lost}; choose other periods.")
    wanted = [i for i, n in enumerate(names) if i != own and (not donors or n in donors)]
    complete = [i for i in wanted if np.isfinite(grid[i]).all()]
    if len(complete) < 2:
        raise DataMissing(
            f"{len(complete)} donors have every period; a synthetic control needs two or more, so"
            " shorten the periods or fill the gaps."
        )
    found = synthetic_control(grid[[own, *complete]], 0, int(np.searchsorted(periods, start)))
    label = [names[i] for i in complete]
    notes = _notes(found, len(complete), len(wanted) - len(complete))
    estimate = _estimate(table, outcome, found, periods >= start, (treated, start))
    claim = claim_of(DesignKind.SYNTHETIC, assumptions_tested)
    return ModelAnswer(
        "synthetic",
        outcome,
        DesignKind.SYNTHETIC,
        (replace(estimate, claim=claim),),
        {
            "gaps": _gaps(found, periods, grid[own]),
            "weights": _weights(found, label),
            "placebo": _placebo(found, treated, label),
        },
        tuple(notes),
        "gaps",
        assumptions_tested,
    )


def _grid(table: Table, outcome: str) -> tuple[list[str], FloatArray, FloatArray]:
    values, period = table.numbers(outcome), table.numbers(table.period)
    unit = codes(table.column(table.unit))
    rows = (unit >= 0) & np.isfinite(period)
    periods, at = np.unique(period[rows], return_inverse=True)
    column = np.asarray(table.column(table.unit))
    count = int(unit.max()) + 1
    names = [value_label(column[np.flatnonzero(unit == c)[0]]) for c in range(count)]
    if len(np.unique(unit[rows] * len(periods) + at)) < rows.sum():
        raise InputError(f"A unit of {table.unit!r} has two rows in one {table.period!r}.")
    grid = np.full((count, len(periods)), np.nan)
    grid[unit[rows], at] = values[rows]
    known = np.isfinite(grid).any(axis=0)
    return names, periods[known], grid[:, known]


def _notes(found: SyntheticControl, donors: int, lost: int) -> list[str]:
    rank = (
        f"The ratio of the gap after to that before ranks {found.rank} of {donors + 1}; with"
        f" {donors} donors p cannot be below {1 / (donors + 1):.3f}."
    )
    notes = [rank]
    if lost:
        notes.append(f"{lost} units lack a value and are no donors.")
    better = int((found.placebo_ratios > found.ratio).sum())
    if better:
        notes.append(f"{better} units that were not treated have a larger ratio.")
    return notes


def _estimate(
    table: Table,
    outcome: str,
    found: SyntheticControl,
    after: "np.typing.NDArray[np.bool_]",
    asked: tuple[str, float],
) -> Estimate:
    mean = float(found.gap[after].mean())
    row = Coefficient("mean gap from the start on", mean, NAN, NAN, found.p_value, NAN, NAN)
    return Estimate(
        outcome,
        "synthetic control",
        (row,),
        int(len(found.gap) * (len(found.weights) + 1)),
        "placebo ranks (no standard error)",
        "exact: rank over the number of units",
        float("inf"),
        {},
        {
            "fit_before": found.fit,
            "ratio": found.ratio,
            "rank": float(found.rank),
            "donors": float(len(found.weights)),
        },
        provenance=Provenance(
            f"{outcome}: {asked[0]} from {asked[1]:g} on, synthetic control", edition(table)
        ),
    )


def _gaps(found: SyntheticControl, periods: FloatArray, own: FloatArray) -> Rows:
    rows: list[dict[str, Any]] = [
        {
            "period": value_label(period),
            "treated": float(value),
            "synthetic": float(value - gap),
            "gap": float(gap),
        }
        for period, value, gap in zip(periods, own, found.gap, strict=True)
    ]
    return tuple(rows)


def _weights(found: SyntheticControl, label: list[str]) -> Rows:
    order = np.argsort(-found.weights, kind="stable")
    return tuple(
        {"unit": label[i], "weight": float(found.weights[i])}
        for i in order
        if found.weights[i] > SMALL
    )


def _placebo(found: SyntheticControl, treated: str, label: list[str]) -> Rows:
    ratios = np.append(found.ratio, found.placebo_ratios)
    named = [treated, *label]
    return tuple(
        {"rank": rank, "unit": named[i], "ratio": float(ratios[i]), "treated": i == 0}
        for rank, i in enumerate(np.argsort(-ratios, kind="stable"), 1)
    )
