"""Scores of every unit under drawn weights: the arithmetic inside the rank-uncertainty engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from comity.methods.means import forward, inverse
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.hierarchy import Hierarchy, Level


@dataclass(frozen=True, slots=True, eq=False)
class Perturbed:
    """Scaled values that differ between draws.

    Parameters
    ----------
    columns
        Whole columns by position ``(draws, n)``; they replace the column of the matrix.
    cells
        Row, column and values ``(draws,)`` of single cells that the matrix lacks; their columns
        are not among ``columns``.
    """

    columns: Mapping[int, FloatArray] = field(default_factory=dict)
    cells: Sequence[tuple[int, int, FloatArray]] = ()


#: One node of the tree over all draws, on the scale where its level's mean is arithmetic
#: ``(draws, n)``, and the units for which it may be used ``(n,)``.
_Node = tuple[FloatArray, BoolArray]


def score_draws(
    scaled: FloatArray,
    tree: Hierarchy,
    weights: tuple[FloatArray, ...],
    means: tuple[str, ...],
    *,
    available: tuple[BoolArray, ...],
    perturbed: Perturbed | None = None,
) -> FloatArray:
    """Score every unit in every draw.

    Parameters
    ----------
    scaled
        ``(n, J)``; NaN where missing.
    tree
        Which indicator hangs on which group.
    weights
        Drawn weights ``(draws, m)``, one array for each level.
    means
        One mean for each level.
    available
        For each level above the indicators, nodes that may be used ``(n, groups)``.
    perturbed
        Values that differ between draws.

    Returns
    -------
    FloatArray
        ``(draws, n)``; NaN for units whose index is not available.
    """
    if perturbed is None and set(means) == {"arithmetic"} and not np.isnan(scaled).any():
        return _folded(scaled, tree, weights)
    varied = perturbed or Perturbed()
    level = tree.levels[0]
    nodes = [
        (_lowest_group(scaled, level, weights[0], means[0], varied, group), mask)
        for group, mask in enumerate(available[0].T)
    ]
    for depth in range(1, len(tree.levels)):
        level = tree.levels[depth]
        nodes = [
            (
                _upper_group(nodes, level.members(group), weights[depth], means, depth),
                mask,
            )
            for group, mask in enumerate(available[depth].T)
        ]
    top, mask = nodes[0]
    out = inverse(top, means[-1])
    out[:, ~mask] = np.nan
    return np.ascontiguousarray(out)


def _folded(scaled: FloatArray, tree: Hierarchy, weights: tuple[FloatArray, ...]) -> FloatArray:
    """All levels in one matrix product, for complete data and arithmetic means."""
    share = weights[-1] / weights[-1].sum(axis=1, keepdims=True)
    for level, weight in zip(reversed(tree.levels[:-1]), reversed(weights[:-1]), strict=True):
        share = share / (weight @ _group_matrix(level))
        share = weight * np.take(share, level.parent, axis=1)
    return share @ scaled.T


def _group_matrix(level: Level) -> FloatArray:
    """Membership of each node in each group ``(m, groups)``, zero or one."""
    matrix = np.zeros((len(level.names), level.groups))
    matrix[np.arange(len(level.names)), level.parent] = 1.0
    return matrix


def _lowest_group(
    scaled: FloatArray,
    level: Level,
    weight: FloatArray,
    mean: str,
    varied: Perturbed,
    group: int,
) -> FloatArray:
    """One group of indicators ``(draws, n)``, before the mean's inverse."""
    members = level.members(group)
    fixed = np.array([j for j in members if int(j) not in varied.columns], dtype=np.int64)
    moving = {int(j): varied.columns[int(j)] for j in members if int(j) in varied.columns}
    inside = set(members.tolist())
    cells = [cell for cell in varied.cells if cell[1] in inside]
    if mean == "worst":
        return _lowest_worst(scaled, weight, fixed, moving, cells)
    top, bottom = _fixed_part(scaled[:, fixed], weight[:, fixed], mean)
    for j, column in moving.items():
        mine = weight[:, j][:, None]
        seen = ~np.isnan(column)
        if seen.all():
            top += forward(column, mean) * mine
            bottom += mine
        else:
            top += np.where(seen, forward(column, mean), 0.0) * mine
            bottom += seen * mine
    for row, j, values in cells:
        top[:, row] += forward(values, mean) * weight[:, j]
        bottom[:, row] += weight[:, j]
    with np.errstate(invalid="ignore", divide="ignore"):
        top /= bottom
    return top


def _fixed_part(x: FloatArray, weight: FloatArray, mean: str) -> tuple[FloatArray, FloatArray]:
    """Weighted sum and sum of weights over observed columns, each ``(draws, n)``."""
    seen = ~np.isnan(x)
    y = np.where(seen, forward(np.where(seen, x, 1.0), mean), 0.0)
    return weight @ y.T, weight @ seen.T.astype(float)


def _lowest_worst(
    scaled: FloatArray,
    weight: FloatArray,
    fixed: IntArray,
    moving: Mapping[int, FloatArray],
    cells: Sequence[tuple[int, int, FloatArray]],
) -> FloatArray:
    """Lowest observed member with a positive weight ``(draws, n)``."""
    lowest = np.full((len(weight), len(scaled)), np.inf)
    columns = {int(j): np.broadcast_to(scaled[:, j], lowest.shape) for j in fixed} | dict(moving)
    for j, column in columns.items():
        used = (weight[:, j] > 0)[:, None] & ~np.isnan(column)
        np.minimum(lowest, np.where(used, column, np.inf), out=lowest)
    for row, j, values in cells:
        used = np.where(weight[:, j] > 0, values, np.inf)
        lowest[:, row] = np.minimum(lowest[:, row], used)
    return np.where(np.isinf(lowest), np.nan, lowest)


def _upper_group(
    nodes: Sequence[_Node],
    members: IntArray,
    weight: FloatArray,
    means: tuple[str, ...],
    depth: int,
) -> FloatArray:
    """One group of groups ``(draws, n)``, before the mean's inverse."""
    below, mean = means[depth - 1], means[depth]
    draws, n = nodes[0][0].shape
    if mean == "worst":
        lowest = np.full((draws, n), np.inf)
        for k in members:
            value, mask = nodes[int(k)]
            used = (weight[:, k] > 0)[:, None] & mask
            np.minimum(lowest, np.where(used, inverse(value, below), np.inf), out=lowest)
        return np.where(np.isinf(lowest), np.nan, lowest)
    top, bottom = np.zeros((draws, n)), np.zeros((draws, n))
    for k in members:
        value, mask = nodes[int(k)]
        mine = weight[:, k][:, None]
        # Going down and up the same scale is the identity, so it is not done.
        y = value if below == mean else _across(value, mask, below, mean)
        if mask.all():
            top += y * mine
            bottom += mine
        else:
            top += np.where(mask, y, 0.0) * mine
            bottom += mask * mine
    with np.errstate(invalid="ignore", divide="ignore"):
        top /= bottom
    return top


def _across(value: FloatArray, mask: BoolArray, below: str, mean: str) -> FloatArray:
    """From the scale of one mean to that of another; unusable places hold a harmless one."""
    plain = inverse(np.where(mask, value, 1.0), below)
    return forward(plain, mean)
