"""Two-way clustered variances of many models, mended as those of a single model are.

The variance of a two-way cluster is a difference, so some coefficient of a model may get a negative
one; then the whole matrix is mended, which moves the others too. To agree with single models, the
whole matrix of every model is formed.
"""

import numpy as np

from comity.methods.panel_crossproducts import CrossProducts, Way, triangle
from comity.methods.panel_vcov import nearest_psd
from comity.terms.arrays import BoolArray, FloatArray, IntArray

_BLOCK = 64


def mended_variances(
    cross: CrossProducts, kept: BoolArray, quantity: FloatArray, c: FloatArray
) -> FloatArray:
    """Variance of each model's quantity before the factor for its parameters ``(S,)``.

    Parameters
    ----------
    kept
        Regressors of each model ``(S, p)``.
    quantity
        Weights of the coefficients ``(S, p)``.
    c
        Weights of the residual on all columns ``(S, p)``.
    """
    blocks = [_unpacked(cross, way) for way in cross.ways]
    out = np.full(len(c), np.nan)
    for start in range(0, len(c), _BLOCK):
        part = slice(start, start + _BLOCK)
        meat = _meat(cross, blocks, c[part])
        for s, (model, weights) in enumerate(zip(kept[part], quantity[part], strict=True)):
            at = np.flatnonzero(model)
            if len(at):
                out[start + s] = _one(cross.total, meat[s], at, weights[at])
    return out


def _one(total: FloatArray, meat: FloatArray, at: IntArray, weights: FloatArray) -> float:
    block = np.ix_(at, at)
    scale = np.sqrt(np.diag(total[block]))
    bread = np.linalg.inv(total[block] / np.outer(scale, scale)) / np.outer(scale, scale)
    matrix, _ = nearest_psd(bread @ meat[block] @ bread)
    return float(weights @ matrix @ weights)


def _unpacked(cross: CrossProducts, way: Way) -> FloatArray | None:
    """Cross products of each cluster ``(G, p, p)``; products of each row where rows are clusters."""
    p = cross.total.shape[0]
    rows, cols = triangle(p)
    if way.packed is None:
        if way.groups < cross.nobs:
            return None
        return cross.columns[:, rows] * cross.columns[:, cols]
    out = np.empty((way.groups, p, p))
    out[:, rows, cols] = way.packed.T
    out[:, cols, rows] = way.packed.T
    return out


def _meat(cross: CrossProducts, blocks: list[FloatArray | None], c: FloatArray) -> FloatArray:
    """Signed sum of the ways' meats with their cluster factors ``(S, p, p)``."""
    p = cross.total.shape[0]
    smallest = min(cross.cluster_counts)
    total = np.zeros((len(c), p, p))
    for way, block in zip(cross.ways, blocks, strict=True):
        groups = smallest if cross.rule.cluster_df == "min" else way.groups
        factor = groups / (groups - 1) if cross.rule.cluster_adjust else 1.0
        total += way.sign * factor * _meat_of_way(cross, way, block, c)
    return total


def _meat_of_way(
    cross: CrossProducts, way: Way, block: FloatArray | None, c: FloatArray
) -> FloatArray:
    p = cross.total.shape[0]
    if block is not None and block.ndim == 3:
        scores = (block.reshape(-1, p) @ c.T).reshape(way.groups, p, -1).transpose(2, 0, 1)
        clustered: FloatArray = scores.transpose(0, 2, 1) @ scores
        return clustered
    out = np.empty((len(c), p, p))
    residuals = cross.columns @ c.T
    if block is not None:
        rows, cols = triangle(p)
        packed = (residuals**2).T @ block
        out[:, rows, cols] = packed
        out[:, cols, rows] = packed
        return out
    for s in range(len(c)):
        scores = cross.columns * residuals[:, [s]]
        sums = np.add.reduceat(scores[way.order], way.starts, axis=0)
        out[s] = sums.T @ sums
    return out
