"""The pairs cluster bootstrap: whole clusters drawn with replacement."""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_blocks import ClusterBlocks, coefficients, without_dummies
from comity.methods.panel_draws import cluster_counts
from comity.terms.arrays import FloatArray, IntArray

_CHUNK = 512


@dataclass(frozen=True, slots=True, eq=False)
class ClusterBootstrap:
    """Coefficients of resamples of whole clusters.

    Parameters
    ----------
    beta
        Coefficients of the sample ``(K,)``.
    draws
        Coefficients of each resample ``(B, K)``.
    std_errors
        Standard deviation of the draws ``(K,)``.
    low, high
        95 % percentile interval ``(K,)``.
    """

    beta: FloatArray
    draws: FloatArray
    std_errors: FloatArray
    low: FloatArray
    high: FloatArray


def cluster_bootstrap(
    blocks: ClusterBlocks,
    regressors: IntArray,
    outcome: int,
    *,
    draws: int = 999,
    seed: int = 1,
) -> ClusterBootstrap:
    """Resample clusters and estimate again, from cross products.

    A cluster that is drawn twice counts as two clusters with effects of their own; effects that
    cross the clusters are estimated again in each resample.
    """
    counts = cluster_counts(draws, len(blocks), seed=seed)
    width = blocks.blocks.shape[1]
    flat = blocks.blocks.reshape(len(blocks), -1)
    found = np.empty((draws, len(regressors)))
    for start in range(0, draws, _CHUNK):
        part = slice(start, start + _CHUNK)
        cross = (counts[part] @ flat).reshape(-1, width, width)
        found[part] = coefficients(without_dummies(cross, blocks.width), regressors, outcome)
    whole = without_dummies(blocks.total, blocks.width)
    low, high = np.quantile(found, [0.025, 0.975], axis=0)
    return ClusterBootstrap(
        coefficients(whole, regressors, outcome), found, found.std(axis=0, ddof=1), low, high
    )
