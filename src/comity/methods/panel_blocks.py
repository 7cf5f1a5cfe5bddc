"""Cross products of each cluster from which clusters can be taken out, doubled or re-signed.

Fixed effects within the clusters are demeaned, which no resampling of whole clusters disturbs. The
others become dummy columns and are swept out again after each change, so that every answer equals
a full estimation on the changed sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.methods.panel_demean import FixedEffects, dense_codes, nested_in
from comity.methods.panel_design import independent
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

MAX_DUMMIES = 600
_SINGULAR = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class ClusterBlocks:
    """Cross products of columns and dummies by cluster.

    Parameters
    ----------
    blocks
        ``(G, p + T, p + T)``: the columns first, then the dummies.
    width
        Number of columns ``p``.
    labels
        First row of each cluster in the sample, to name it by ``(G,)``.
    """

    blocks: FloatArray
    width: int
    labels: IntArray

    def __len__(self) -> int:
        """Clusters."""
        return len(self.blocks)

    @property
    def total(self) -> FloatArray:
        """Cross product of the whole sample ``(p + T, p + T)``."""
        out: FloatArray = self.blocks.sum(axis=0)
        return out


def cluster_blocks(
    columns: FloatArray,
    cluster: IntArray,
    *,
    effects: Sequence[IntArray] = (),
    weights: FloatArray | None = None,
) -> ClusterBlocks:
    """Cross products by cluster.

    Parameters
    ----------
    columns
        Regressors and outcomes ``(n, p)``.
    cluster
        Codes ``(n,)``.
    effects
        Codes of each fixed effect ``(n,)``.

    Raises
    ------
    InputError
        If the effects that are not within clusters have more than 600 levels.
    """
    code, groups = dense_codes(cluster)
    inner = tuple(e for e in effects if nested_in(e, code))
    outer = [e for e in effects if not nested_in(e, code)]
    dummies = _dummies(outer, len(columns))
    swept = FixedEffects(inner, weights).demean(np.hstack([columns, dummies]))
    if weights is not None:
        swept = swept * np.sqrt(weights)[:, None]
    p = columns.shape[1]
    free = independent(swept[:, p:].T @ swept[:, p:], original=(dummies**2).sum(axis=0))
    swept = np.hstack([swept[:, :p], swept[:, p:][:, free]])
    order = np.argsort(code, kind="stable")
    ends = np.searchsorted(code[order], np.arange(groups + 1))
    blocks = np.empty((groups, swept.shape[1], swept.shape[1]))
    for g in range(groups):
        part = swept[order[ends[g] : ends[g + 1]]]
        blocks[g] = part.T @ part
    return ClusterBlocks(blocks, p, order[ends[:-1]].astype(np.int64))


def _dummies(effects: Sequence[IntArray], n: int) -> FloatArray:
    coded = [dense_codes(code) for code in effects]
    if sum(count for _, count in coded) > MAX_DUMMIES:
        raise InputError(
            f"The fixed effects that cross the clusters have more than {MAX_DUMMIES} levels;"
            " cluster by a coarser variable or use fewer effects."
        )
    columns = [(code[:, None] == np.arange(count)).astype(float) for code, count in coded]
    return np.hstack(columns) if columns else np.zeros((n, 0))


def without_dummies(cross: FloatArray, width: int) -> FloatArray:
    """Cross products with the dummies swept out ``(..., p, p)``.

    Parameters
    ----------
    cross
        ``(..., p + T, p + T)``; dummies that a changed sample no longer has are ignored.
    """
    if cross.shape[-1] == width:
        return cross
    corner = cross[..., width:, width:]
    edge = cross[..., width:, :width]
    out: FloatArray = cross[..., :width, :width] - np.swapaxes(edge, -1, -2) @ _solved(corner, edge)
    return out


def _solved(corner: FloatArray, edge: FloatArray) -> FloatArray:
    """Inverse times edge: by Cholesky where the dummies kept their rank, else by eigenvalues."""
    diagonal = np.diagonal(corner, axis1=-2, axis2=-1)
    scale = np.where(
        diagonal > 1e-12 * diagonal.max(initial=1e-300), np.sqrt(np.abs(diagonal)), np.inf
    )
    scaled = corner / scale[..., :, None] / scale[..., None, :]
    at = np.arange(scaled.shape[-1])
    # A level that is gone has zero cross products everywhere; a one on its diagonal is harmless.
    scaled[..., at, at] = 1.0
    try:
        pivots = np.diagonal(np.linalg.cholesky(scaled), axis1=-2, axis2=-1)
    except np.linalg.LinAlgError:
        return pseudo_inverse(corner) @ edge
    if (pivots**2 < _SINGULAR).any():
        return pseudo_inverse(corner) @ edge
    right = np.linalg.solve(scaled, edge / scale[..., :, None])
    out: FloatArray = np.asarray(right / scale[..., :, None], dtype=np.float64)
    return out


def pseudo_inverse(cross: FloatArray) -> FloatArray:
    """Inverse of cross products that may have lost rank, after scaling to unit diagonal."""
    diagonal = np.diagonal(cross, axis1=-2, axis2=-1)
    top = diagonal.max(axis=-1, keepdims=True, initial=0.0)
    scale = np.where(diagonal > 1e-14 * top, np.sqrt(np.abs(diagonal)), np.inf)
    scaled = cross / scale[..., :, None] / scale[..., None, :]
    inverse = np.linalg.pinv(scaled, rcond=_SINGULAR, hermitian=True)
    out: FloatArray = np.asarray(inverse / scale[..., :, None] / scale[..., None, :], dtype=float)
    return out


def coefficients(cross: FloatArray, regressors: IntArray, outcome: int) -> FloatArray:
    """Coefficients from cross products without dummies ``(..., K)``."""
    left = cross[..., regressors[:, None], regressors]
    right = cross[..., regressors, outcome]
    out: FloatArray = (pseudo_inverse(left) @ right[..., None])[..., 0]
    return out
