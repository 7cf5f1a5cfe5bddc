"""Nearest-neighbour matching: each treated row with the untreated rows most like it."""

from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Weights of the rows and how alike the groups are.

    Parameters
    ----------
    weights
        1 for matched treated rows; for untreated rows, the share of treated rows that they stand
        for; 0 for rows that were not used ``(n,)``.
    matches
        Untreated rows of each matched treated row ``(treated, neighbours)``.
    treated
        Matched treated rows ``(treated,)``.
    before, after
        Difference of means in standard deviations of the treated, for each covariate ``(p,)``.
    unmatched
        Treated rows without enough untreated rows in their stratum or within the caliper.
    """

    weights: FloatArray
    matches: IntArray
    treated: IntArray
    before: FloatArray
    after: FloatArray
    unmatched: int


def match_nearest(
    treated: BoolArray,
    covariates: FloatArray,
    *,
    stratum: IntArray | None = None,
    neighbours: int = 1,
    caliper: float = np.inf,
) -> Matching:
    """Match with replacement by Mahalanobis distance.

    Parameters
    ----------
    treated
        ``(n,)``.
    covariates
        What matched rows should agree in, without missing values ``(n, p)``.
    stratum
        Codes in which matched rows must agree exactly, such as the year ``(n,)``.
    neighbours
        Untreated rows for each treated row; ties go to the earlier row.
    caliper
        Largest distance that counts as alike.

    References
    ----------
    :cite:p:`rubin1980`.

    Raises
    ------
    InputError
        If a group is empty or a covariate is missing somewhere.
    DataMissing
        If no treated row finds a match.
    """
    treated = np.asarray(treated, dtype=bool)
    if treated.all() or not treated.any() or not np.isfinite(covariates).all():
        raise InputError("Matching needs treated and untreated rows and complete covariates.")
    strata = np.zeros(len(treated), dtype=np.int64) if stratum is None else stratum
    placed = _whitened(covariates)
    matches, matched = [], []
    for row in np.flatnonzero(treated):
        pool = np.flatnonzero(~treated & (strata == strata[row]))
        distance = np.sqrt(((placed[pool] - placed[row]) ** 2).sum(axis=1))
        nearest = np.argsort(distance, kind="stable")[:neighbours]
        if len(nearest) == neighbours and distance[nearest[-1]] <= caliper:
            matches.append(pool[nearest])
            matched.append(row)
    if not matched:
        raise DataMissing(
            "No treated row has an untreated row like it; widen the caliper or strata."
        )
    rows, partners = np.array(matched), np.array(matches)
    weights = np.bincount(partners.ravel(), minlength=len(treated)) / neighbours
    weights[rows] = 1.0
    spread = covariates[treated].std(axis=0)
    spread = np.where(spread > 0, spread, 1.0)
    before = (covariates[treated].mean(axis=0) - covariates[~treated].mean(axis=0)) / spread
    after = (covariates[rows].mean(axis=0) - covariates[partners].mean(axis=(0, 1))) / spread
    lost = int(treated.sum()) - len(rows)
    return Matching(weights, partners, rows, before, after, lost)


def _whitened(covariates: FloatArray) -> FloatArray:
    """Covariates whose plain distance is Mahalanobis'; repeated ones count once."""
    scale = covariates.std(axis=0)
    scaled = covariates / np.where(scale > 0, scale, 1.0)
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(scaled.T)))
    kept = values > 1e-10 * max(values.max(), 1e-300)
    out: FloatArray = scaled @ (vectors[:, kept] / np.sqrt(values[kept]))
    return out
