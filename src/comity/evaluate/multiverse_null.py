"""Inference on a whole curve: the same curve under permutations of the treatment.

Units swap whole treatment histories, everything derived from the treatment moves with it, and
every specification is estimated again. The p-value of a curve's statistic is its place among the
permuted curves (:cite:p:`simonsohn2020`), so it is valid however the specifications depend on one
another, as long as units could have had each other's histories.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from comity.evaluate.multiverse_groups import (
    Group,
    Requests,
    batches_of,
    groups_of,
    requests_of,
    subset,
)
from comity.evaluate.specifications import Universe
from comity.evaluate.study_columns import StudyColumns
from comity.methods.blocks import run_blocks
from comity.methods.panel_batch import Batch, estimate_batch
from comity.methods.panel_crossproducts import CrossProducts, cross_products
from comity.methods.panel_demean import FixedEffects, dense_codes
from comity.methods.panel_draws import stream
from comity.methods.permutation import nearest_rows, swapped_histories
from comity.methods.spec_curve import CURVE_STATISTICS, curve_statistics
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

MOST = 20_000


@dataclass(frozen=True, slots=True)
class NullTest:
    """One statistic of the curve against its permutations.

    Parameters
    ----------
    statistic
        Name.
    observed
        Value on the data.
    median_under_null
        Median over permutations.
    p_value
        Share of permutations at least as large; the data count as one of them.
    permutations, seed, specifications
        How the test was made.
    """

    statistic: str
    observed: float
    median_under_null: float
    p_value: float
    permutations: int
    seed: int
    specifications: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A group of specifications with everything that permutations leave as it is."""

    swept: FixedEffects
    root: FloatArray
    cross: CrossProducts
    kind: str
    batches: list[tuple[IntArray, IntArray, Batch]]
    treated: IntArray
    sources: FloatArray
    partners: FloatArray
    unit: IntArray
    unit_names: IntArray
    period: IntArray
    histories: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class NullWork:
    """Estimates the curve under one permutation, by its number (0 is the data themselves)."""

    prepared: tuple[_Prepared, ...]
    units: int
    seed: int

    def __call__(self, number: int) -> FloatArray:
        """Statistics of one curve ``(3,)``."""
        keys = stream(self.seed, number).random(self.units) if number else None
        found = [_curve(group, keys) for group in self.prepared]
        estimate, statistic, p_value = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return curve_statistics(estimate, statistic, p_value)


def null_tests(
    universe: Universe,
    columns: StudyColumns,
    *,
    permutations: int = 499,
    seed: int = 1,
    most: int = 2_048,
    threads: int = 1,
    scheduler: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[NullTest, ...]:
    """Test the whole curve against the null of no association.

    Parameters
    ----------
    permutations
        Permutations of the treatment.
    most
        Specifications to use at most; more are thinned at random with the seed.

    Raises
    ------
    InputError
        If no specification is a linear model with iid, heteroskedastic or CR1 errors.
    """
    numbers = chosen_numbers(len(universe), most, seed)
    requests = requests_of(universe, columns, numbers)
    prepared = tuple(
        _prepare(group, part, columns)
        for group, part in groups_of(universe, columns, requests)
        if group.estimator == "ols" and group.errors.kind in {"iid", "hetero", "cluster"}
        if group.rows.any()
    )
    if not prepared:
        raise InputError(
            "The test under the null needs linear models with iid, hetero or CR1 errors."
        )
    work = NullWork(prepared, int(columns.unit.max()) + 1, seed)
    curves = np.empty((permutations + 1, 3))
    runs = run_blocks(work, range(permutations + 1), threads=threads, scheduler=scheduler)
    for number, found in enumerate(runs):
        curves[number] = found
        if progress is not None:
            progress(number, permutations)
    extreme = (curves[1:] >= curves[0] * (1 - 1e-12)).sum(axis=0)
    used = sum(len(members) for group in prepared for members, _, _ in group.batches)
    return tuple(
        NullTest(
            name,
            float(curves[0, at]),
            float(np.median(curves[1:, at])),
            float((extreme[at] + 1) / (permutations + 1)),
            permutations,
            seed,
            used,
        )
        for at, name in enumerate(CURVE_STATISTICS)
    )


def chosen_numbers(total: int, most: int, seed: int) -> IntArray:
    """All numbers, or a seeded sample of them in ascending order."""
    if total <= most:
        return np.arange(total, dtype=np.int64)
    drawn = np.random.default_rng(seed).integers(0, total, 2 * most, dtype=np.int64)
    unique = np.unique(drawn)
    kept = np.random.default_rng(seed + 1).permutation(len(unique))[:most]
    return np.sort(unique[kept])


def _prepare(group: Group, part: Requests, columns: StudyColumns) -> _Prepared:
    values = columns.values[group.rows]
    # Only columns that these specifications use: a permutation moves and sweeps nothing else.
    used = np.array(part.regressors.any(axis=0), dtype=np.bool_)
    used[part.outcome] = True
    complete = np.flatnonzero(np.isfinite(values).all(axis=0) & used)
    cross = cross_products(
        [columns.names[at] for at in complete],
        values[:, complete],
        effects=group.effects,
        clusters=group.clusters,
        weights=group.weights,
    )
    treated, sources, partners = _derived(columns, complete, values)
    unit, _ = dense_codes(columns.unit[group.rows])
    period, _ = dense_codes(columns.period[group.rows])
    n = len(values)
    return _Prepared(
        FixedEffects(group.effects, group.weights),
        np.ones(n) if group.weights is None else np.sqrt(group.weights),
        cross,
        group.errors.kind,
        [b for b in batches_of(part, complete) if (b[2].quantity != 0).any()],
        treated,
        sources,
        partners,
        unit,
        np.unique(columns.unit[group.rows]),
        period,
        nearest_rows(unit, period),
    )


def _derived(
    columns: StudyColumns, complete: IntArray, values: FloatArray
) -> tuple[IntArray, FloatArray, FloatArray]:
    """Columns that hold the treatment: places, the treatment itself, and what multiplies it."""
    place = {int(at): i for i, at in enumerate(complete)}
    treated: list[int] = []
    sources: list[FloatArray] = []
    partners: list[FloatArray] = []
    for i, at in enumerate(columns.treatments):
        pairs = [(at, np.ones(len(values)))]
        pairs += [
            (int(product), values[:, moderator])
            for product, moderator in zip(columns.interactions[i], columns.moderators, strict=True)
            if product >= 0
        ]
        for column, partner in pairs:
            if column in place and place[column] not in treated:
                treated.append(place[column])
                sources.append(values[:, at])
                partners.append(partner)
    return np.array(treated), np.column_stack(sources), np.column_stack(partners)


def _curve(group: _Prepared, keys: FloatArray | None) -> tuple[FloatArray, FloatArray, FloatArray]:
    cross = group.cross
    if keys is not None:
        donors = swapped_histories(
            group.histories, group.unit, group.period, keys[group.unit_names]
        )
        moved = group.swept.demean(group.sources[donors] * group.partners)
        cross = cross.replaced(group.treated, moved * group.root[:, None])
    found = [
        estimate_batch(subset(cross, used), batch, group.kind) for _, used, batch in group.batches
    ]
    return (
        np.concatenate([f.estimate for f in found] or [np.zeros(0)]),
        np.concatenate([f.statistic for f in found] or [np.zeros(0)]),
        np.concatenate([f.p_value for f in found] or [np.zeros(0)]),
    )
