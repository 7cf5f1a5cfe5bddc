"""How much each partner moves the curve: every specification without each unit in turn."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from comity.evaluate.multiverse_groups import Group, batches_of, groups_of, requests_of, subset
from comity.evaluate.multiverse_null import chosen_numbers
from comity.evaluate.specifications import Universe
from comity.evaluate.study_columns import StudyColumns
from comity.methods.panel_batch import Batch, estimate_batch
from comity.methods.panel_blocks import cluster_blocks
from comity.methods.panel_crossproducts import CrossProducts, cross_products
from comity.methods.panel_jackknife import influence, left_out
from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class UnitInfluence:
    """What leaving one unit out does.

    Parameters
    ----------
    unit
        The unit.
    median_change, largest_change
        Change of the estimate over specifications: median, and the largest in size.
    sign_changes
        Share of specifications whose sign changes.
    specifications
        Specifications that have the unit.
    """

    unit: str
    median_change: float
    largest_change: float
    sign_changes: float
    specifications: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)


def unit_influence(
    universe: Universe,
    columns: StudyColumns,
    names: list[str],
    *,
    most: int = 512,
    seed: int = 1,
) -> tuple[UnitInfluence, ...]:
    """Leave each unit out of every linear specification, exactly.

    Parameters
    ----------
    names
        Name of the unit of each row of the table.
    most
        Specifications to use at most; more are thinned at random with the seed.

    Returns
    -------
    tuple
        One record for each unit, the most influential first.
    """
    numbers = chosen_numbers(len(universe), most, seed)
    requests = requests_of(universe, columns, numbers)
    changes: dict[str, list[FloatArray]] = {}
    flips: dict[str, list[FloatArray]] = {}
    ready: dict[bytes, _LeftOut] = {}
    for group, part in groups_of(universe, columns, requests):
        if group.estimator != "ols" or not group.rows.any():
            continue
        key = _rows_and_effects(group)
        if key not in ready:
            ready[key] = _leave_out(group, columns)
        one = ready[key]
        for _, used, batch in batches_of(part, one.complete):
            whole, kept = _whole(subset(one.cross, used), batch)
            without = influence(one.left[:, used[:, None], used], kept)
            for row_of_unit, row in zip(one.labels, without, strict=True):
                unit = names[row_of_unit]
                changes.setdefault(unit, []).append(row - whole)
                flips.setdefault(unit, []).append(np.sign(row) != np.sign(whole))
    found = [_summary(unit, changes[unit], flips[unit]) for unit in changes]
    return tuple(sorted(found, key=lambda item: -abs(item.median_change)))


@dataclass(frozen=True, slots=True, eq=False)
class _LeftOut:
    """Cross products on some rows, whole and without each unit."""

    cross: CrossProducts
    complete: IntArray
    left: FloatArray
    labels: IntArray


def _rows_and_effects(group: Group) -> bytes:
    """Name what estimates depend on; groups that differ in their errors share it."""
    weights = b"" if group.weights is None else group.weights.tobytes()
    effects = b"|".join(effect.tobytes() for effect in group.effects)
    return sha256(np.packbits(group.rows).tobytes() + b"|" + effects + b"|" + weights).digest()


def _leave_out(group: Group, columns: StudyColumns) -> _LeftOut:
    values = columns.values[group.rows]
    complete = np.flatnonzero(np.isfinite(values).all(axis=0))
    own = values[:, complete]
    blocks = cluster_blocks(
        own, columns.unit[group.rows], effects=group.effects, weights=group.weights
    )
    cross = cross_products(
        [columns.names[at] for at in complete], own, effects=group.effects, weights=group.weights
    )
    labels = np.flatnonzero(group.rows)[blocks.labels]
    return _LeftOut(cross, complete, left_out(blocks), labels)


def _whole(cross: CrossProducts, batch: Batch) -> tuple[FloatArray, Batch]:
    """Estimates on all rows, and the batch without what cannot be estimated there."""
    found = estimate_batch(cross, batch, "iid")
    fine = np.flatnonzero(np.isfinite(found.estimate) & (batch.quantity != 0).any(axis=1))
    kept = Batch(batch.outcome[fine], found.kept[fine], batch.quantity[fine])
    return found.estimate[fine], kept


def _summary(unit: str, changes: list[FloatArray], flips: list[FloatArray]) -> UnitInfluence:
    change, flip = np.concatenate(changes), np.concatenate(flips)
    if len(change) == 0:
        return UnitInfluence(unit, 0.0, 0.0, 0.0, 0)
    largest = float(change[np.argmax(np.abs(change))])
    return UnitInfluence(unit, float(np.median(change)), largest, float(flip.mean()), len(change))
