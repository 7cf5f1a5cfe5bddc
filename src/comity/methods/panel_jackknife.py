"""Each cluster left out in turn: CR3 errors and the influence of each cluster."""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_batch import Batch
from comity.methods.panel_blocks import ClusterBlocks, coefficients, without_dummies
from comity.methods.panel_vcov import Covariance
from comity.terms.arrays import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Jackknife:
    """Coefficients of the whole sample and without each cluster.

    Parameters
    ----------
    beta
        ``(K,)``.
    without
        ``(G, K)``.
    labels
        A row of each cluster, to name it by ``(G,)``.
    """

    beta: FloatArray
    without: FloatArray
    labels: IntArray

    @property
    def covariance(self) -> FloatArray:
        """CR3: (G - 1) / G times the squared departures from the whole sample ``(K, K)``."""
        gap = self.without - self.beta
        out: FloatArray = (len(gap) - 1) / len(gap) * gap.T @ gap
        return out


def jackknife(blocks: ClusterBlocks, regressors: IntArray, outcome: int) -> Jackknife:
    """Estimate without each cluster in turn (:cite:p:`mackinnon2023`).

    A coefficient that one cluster alone identifies is estimated with the least-norm solution when
    that cluster is out.
    """
    whole = without_dummies(blocks.total, blocks.width)
    left = left_out(blocks)
    return Jackknife(
        coefficients(whole, regressors, outcome),
        coefficients(left, regressors, outcome),
        blocks.labels,
    )


def cr3_covariance(found: Jackknife, name: str) -> Covariance:
    """CR3 covariance with t on G - 1 degrees, as a result."""
    groups = len(found.without)
    return Covariance(
        found.covariance,
        groups - 1,
        f"clustered by {name} (CR3, jackknife)",
        "(G - 1) / G; t with G - 1 degrees",
        {name: groups},
    )


def left_out(blocks: ClusterBlocks) -> FloatArray:
    """Cross products of the columns without each cluster in turn ``(G, p, p)``."""
    return without_dummies(blocks.total - blocks.blocks, blocks.width)


def influence(left: FloatArray, batch: Batch) -> FloatArray:
    """Quantity of each model without each cluster ``(G, S)``.

    Parameters
    ----------
    left
        From ``left_out``.
    batch
        Models whose regressors are independent in the whole sample.
    """
    out = np.empty((len(left), len(batch)))
    counts = batch.regressors.sum(axis=1)
    for k in np.unique(counts):
        models = np.flatnonzero(counts == k)
        at = np.nonzero(batch.regressors[models])[1].reshape(len(models), k)
        weights = batch.quantity[models[:, None], at]
        for g, cross in enumerate(left):
            beta = _solved(cross, at, batch.outcome[models])
            out[g, models] = np.einsum("sk,sk->s", beta, weights)
    return out


def _solved(cross: FloatArray, at: IntArray, outcome: IntArray) -> FloatArray:
    left = cross[at[:, :, None], at[:, None, :]]
    right = cross[at, outcome[:, None]]
    scale = np.sqrt(np.maximum(np.diagonal(left, axis1=1, axis2=2), np.finfo(float).tiny))
    scaled = left / scale[:, :, None] / scale[:, None, :]
    try:
        solved = np.linalg.solve(scaled, (right / scale)[:, :, None])[:, :, 0]
    except np.linalg.LinAlgError:
        inverse = np.linalg.pinv(scaled, rcond=1e-10, hermitian=True)
        solved = (inverse @ (right / scale)[:, :, None])[:, :, 0]
    out: FloatArray = solved / scale
    return out
