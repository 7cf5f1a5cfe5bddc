"""Thousands of linear models on one sample, from sufficient statistics."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr

from comity.methods.panel_crossproducts import CrossProducts, sum_of_squared_scores
from comity.methods.panel_design import independent
from comity.methods.panel_twoway import mended_variances
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError

KINDS = ("iid", "hetero", "cluster")


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Models to be estimated on the same cross products.

    Parameters
    ----------
    outcome
        Position of each model's outcome among the columns ``(S,)``.
    regressors
        Which columns each model has on its right-hand side ``(S, p)``.
    quantity
        Weight of each coefficient in the quantity that is wanted ``(S, p)``; for one coefficient,
        one 1.
    """

    outcome: IntArray
    regressors: BoolArray
    quantity: FloatArray

    def __len__(self) -> int:
        """Models."""
        return len(self.outcome)


@dataclass(frozen=True, slots=True, eq=False)
class BatchResult:
    """One row for each model; NaN where the quantity cannot be estimated.

    Parameters
    ----------
    estimate, std_error, statistic, p_value, degrees
        Of the quantity ``(S,)``.
    rss
        Sum of squared residuals ``(S,)``.
    parameters
        Coefficients that were kept, without the fixed effects ``(S,)``.
    kept
        Regressors that were kept ``(S, p)``.
    """

    estimate: FloatArray
    std_error: FloatArray
    statistic: FloatArray
    p_value: FloatArray
    degrees: FloatArray
    rss: FloatArray
    parameters: IntArray
    kept: BoolArray


def estimate_batch(cross: CrossProducts, batch: Batch, kind: str = "cluster") -> BatchResult:
    """Estimate one quantity of every model with its standard error.

    Parameters
    ----------
    kind
        ``iid``, ``hetero`` (HC1) or ``cluster`` (CR1, with the clusters of the cross products).

    Raises
    ------
    InputError
        If the kind is unknown, or clusters are wanted and the cross products have none.
    """
    if kind not in KINDS or (kind == "cluster" and not cross.ways):
        raise InputError(f"Errors of kind {kind!r} cannot be had here; choose iid or hetero.")
    kept = _estimable(cross, batch)
    lost = ((batch.quantity != 0) & ~kept).any(axis=1)
    a, c = _weights(cross, batch, kept)
    counts = kept.sum(axis=1)
    rss = np.einsum("sp,sp->s", c @ cross.total, c)
    free = np.maximum(cross.nobs - counts - cross.fixed_parameters, 0).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        if kind == "cluster" and len(cross.ways) > 1:
            variance = mended_variances(cross, kept, batch.quantity, c)
            variance = variance * ((cross.nobs - 1) / free if cross.rule.adjust else 1.0)
        else:
            variance = _variance(cross, a, c, rss=rss, free=free, kind=kind)
        error = np.sqrt(np.where(variance > 0, variance, np.nan))
        estimate = -np.einsum("sp,sp->s", batch.quantity, np.where(kept, c, 0.0))
        estimate = np.where(lost | (free <= 0), np.nan, estimate)
        error = np.where(np.isnan(estimate), np.nan, error)
        statistic = estimate / error
    degrees = _degrees(cross, free, kind)
    p_value = 2 * stdtr(degrees, -np.abs(statistic))
    return BatchResult(
        estimate, error, statistic, p_value, degrees, rss, counts.astype(np.int64), kept
    )


def _estimable(cross: CrossProducts, batch: Batch) -> BoolArray:
    """Regressors less those that earlier ones or the effects explain ``(S, p)``.

    A pivot cannot grow when columns are added before it, so where all columns that any model uses
    are independent together, every model's are.
    """
    used = np.flatnonzero(batch.regressors.any(axis=0))
    block = np.ix_(used, used)
    if independent(cross.total[block], original=cross.original[used]).all():
        return batch.regressors
    kept = np.zeros_like(batch.regressors)
    masks, inverse = np.unique(batch.regressors, axis=0, return_inverse=True)
    found = np.zeros_like(masks)
    for row, mask in enumerate(masks):
        at = np.flatnonzero(mask)
        found[row, at] = independent(cross.total[np.ix_(at, at)], original=cross.original[at])
    kept[:] = found[inverse.reshape(-1)]
    return kept


def _weights(cross: CrossProducts, batch: Batch, kept: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Weights of the quantity and of the residual on all columns, each ``(S, p)``."""
    p = cross.total.shape[0]
    scale = np.sqrt(np.diag(cross.total))
    scale = np.where(scale > 0, scale, 1.0)
    correlation = cross.total / np.outer(scale, scale)
    a, c = np.zeros((len(batch), p)), np.zeros((len(batch), p))
    counts = kept.sum(axis=1)
    for k in np.unique(counts[counts > 0]):
        models = np.flatnonzero(counts == k)
        at = np.nonzero(kept[models])[1].reshape(len(models), k)
        left = correlation[at[:, :, None], at[:, None, :]]
        right = np.empty((len(models), k, 2))
        right[:, :, 0] = correlation[at, batch.outcome[models, None]]
        right[:, :, 1] = batch.quantity[models[:, None], at] / scale[at]
        solved = np.linalg.solve(left, right)
        outcome_scale = scale[batch.outcome[models]][:, None]
        c[models[:, None], at] = -solved[:, :, 0] * outcome_scale / scale[at]
        a[models[:, None], at] = solved[:, :, 1] / scale[at]
    c[np.arange(len(batch)), batch.outcome] = 1.0
    return a, c


def _variance(
    cross: CrossProducts,
    a: FloatArray,
    c: FloatArray,
    *,
    rss: FloatArray,
    free: FloatArray,
    kind: str,
) -> FloatArray:
    if kind == "iid":
        divisor = free if cross.rule.adjust else float(cross.nobs - 1)
        plain: FloatArray = np.einsum("sp,sp->s", a @ cross.total, a) * rss / divisor
        return plain
    if kind == "hetero":
        robust = _row_squares(cross.columns, a, c)
        return robust * (cross.nobs / free if cross.rule.adjust else 1.0)
    way = cross.ways[0]
    factor = way.groups / (way.groups - 1) if cross.rule.cluster_adjust else 1.0
    clustered = factor * sum_of_squared_scores(way, cross.columns, a, c)
    return clustered * ((cross.nobs - 1) / free if cross.rule.adjust else 1.0)


def _row_squares(columns: FloatArray, a: FloatArray, c: FloatArray, step: int = 256) -> FloatArray:
    out = np.empty(len(a))
    for start in range(0, len(a), step):
        part = slice(start, start + step)
        scores = (columns @ a[part].T) * (columns @ c[part].T)
        out[part] = np.einsum("ns,ns->s", scores, scores)
    return out


def _degrees(cross: CrossProducts, free: FloatArray, kind: str) -> FloatArray:
    if kind == "cluster" and cross.rule.t_df == "min":
        return np.full(len(free), float(min(cross.cluster_counts) - 1))
    return free
