"""Scores of every unit under drawn weights: the arithmetic inside the rank-uncertainty engine."""

from collections.abc import Mapping

import numpy as np

from comity.methods.means import forward, inverse
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.hierarchy import Hierarchy, Level


def score_draws(
    scaled: FloatArray,
    tree: Hierarchy,
    weights: tuple[FloatArray, ...],
    means: tuple[str, ...],
    *,
    available: tuple[BoolArray, ...],
    perturbed: Mapping[int, FloatArray] | None = None,
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
        Columns that differ between draws, by position ``(draws, n)``; they replace the column of
        ``scaled``.

    Returns
    -------
    FloatArray
        ``(draws, n)``; NaN for units whose index is not available.
    """
    replaced = perturbed or {}
    if not replaced and set(means) == {"arithmetic"} and not np.isnan(scaled).any():
        return _folded(scaled, tree, weights)
    below = _first_level(scaled, tree.levels[0], weights[0], means[0], replaced)
    below = np.where(available[0][None], below, np.nan)
    for depth in range(1, len(tree.levels)):
        level, weight = tree.levels[depth], weights[depth]
        below = _upper_level(below, level, weight, means[depth])
        below = np.where(available[depth][None], below, np.nan)
    return np.ascontiguousarray(below[:, :, 0])


def _group_matrix(level: Level) -> FloatArray:
    """Membership of each node in each group ``(m, groups)``, zero or one."""
    matrix = np.zeros((len(level.names), level.groups))
    matrix[np.arange(len(level.names)), level.parent] = 1.0
    return matrix


def _folded(scaled: FloatArray, tree: Hierarchy, weights: tuple[FloatArray, ...]) -> FloatArray:
    """All levels in one matrix product, for complete data and arithmetic means."""
    share = weights[-1] / weights[-1].sum(axis=1, keepdims=True)
    for level, weight in zip(reversed(tree.levels[:-1]), reversed(weights[:-1]), strict=True):
        share = share / (weight @ _group_matrix(level))
        share = weight * np.take(share, level.parent, axis=1)
    return share @ scaled.T


def _first_level(
    scaled: FloatArray,
    level: Level,
    weight: FloatArray,
    mean: str,
    replaced: Mapping[int, FloatArray],
) -> FloatArray:
    """Scores of the lowest groups ``(draws, n, groups)``; NaN where nothing is observed."""
    draws, n = len(weight), len(scaled)
    out = np.empty((draws, n, level.groups))
    for group in range(level.groups):
        members = level.members(group)
        fixed = np.array([j for j in members if j not in replaced], dtype=np.int64)
        moving = [int(j) for j in members if int(j) in replaced]
        if mean == "worst":
            out[:, :, group] = _worst(scaled, weight, fixed, moving, replaced)
            continue
        top, bottom = _fixed_part(scaled[:, fixed], weight[:, fixed], mean)
        for j in moving:
            column = replaced[j]
            seen = ~np.isnan(column)
            mine = weight[:, j][:, None]
            top += np.where(seen, forward(column, mean), 0.0) * mine
            bottom = bottom + seen * mine
        with np.errstate(invalid="ignore", divide="ignore"):
            out[:, :, group] = inverse(top / bottom, mean)
    return out


def _fixed_part(x: FloatArray, weight: FloatArray, mean: str) -> tuple[FloatArray, FloatArray]:
    """Weighted sum and sum of weights over observed columns, each ``(draws, n)``."""
    seen = ~np.isnan(x)
    y = np.where(seen, forward(np.where(seen, x, 1.0), mean), 0.0)
    top = weight @ y.T
    if seen.all():
        return top, np.broadcast_to(weight.sum(axis=1)[:, None], top.shape)
    return top, weight @ seen.T.astype(float)


def _worst(
    scaled: FloatArray,
    weight: FloatArray,
    fixed: np.typing.NDArray[np.int64],
    moving: list[int],
    replaced: Mapping[int, FloatArray],
) -> FloatArray:
    """Lowest observed member with a positive weight ``(draws, n)``."""
    lowest = np.full((len(weight), len(scaled)), np.inf)
    columns = [(int(j), np.broadcast_to(scaled[:, j], lowest.shape)) for j in fixed]
    columns += [(j, replaced[j]) for j in moving]
    for j, column in columns:
        used = (weight[:, j] > 0)[:, None] & ~np.isnan(column)
        np.minimum(lowest, np.where(used, column, np.inf), out=lowest)
    return np.where(np.isinf(lowest), np.nan, lowest)


def _upper_level(below: FloatArray, level: Level, weight: FloatArray, mean: str) -> FloatArray:
    """Scores of the next groups ``(draws, n, groups)`` from ``below`` ``(draws, n, m)``."""
    out = np.empty((*below.shape[:2], level.groups))
    for group in range(level.groups):
        members = level.members(group)
        x, mine = below[:, :, members], weight[:, members]
        used = ~np.isnan(x) & (mine > 0)[:, None]
        if mean == "worst":
            lowest = np.where(used, x, np.inf).min(axis=2)
            out[:, :, group] = np.where(np.isinf(lowest), np.nan, lowest)
            continue
        y = np.where(used, forward(np.where(used, x, 1.0), mean), 0.0)
        top = np.einsum("dnm,dm->dn", y, mine)
        bottom = np.einsum("dnm,dm->dn", used.astype(float), mine)
        with np.errstate(invalid="ignore", divide="ignore"):
            out[:, :, group] = inverse(top / bottom, mean)
    return out
