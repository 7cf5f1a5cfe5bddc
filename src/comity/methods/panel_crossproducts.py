"""Sufficient statistics of every model on one sample with one set of fixed effects.

The columns are demeaned once. A model's coefficients need only the cross product of all columns
``A = Z'Z``; its clustered variance needs only each cluster's ``A_g = Z_g'Z_g``. For a quantity
``q'b`` with ``a = A_SS^-1 q`` and residual weights ``c = (1 at the outcome, -b)``, the score of
cluster ``g`` is the bilinear form ``a'A_g c``, so the scores of all models and all clusters are one
matrix product (:cite:p:`mackinnon2023` use the same statistics for one model).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from comity.methods.panel_demean import FixedEffects, dense_codes
from comity.methods.panel_vcov import FIXEST, SmallSample, counted_parameters
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError

_BLOCK = 256


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One term of a one-way or two-way clustered variance.

    Parameters
    ----------
    sign
        +1, or -1 for the intersection.
    groups
        Number of clusters.
    packed
        Upper triangles of the clusters' cross products ``(p (p + 1) / 2, G)``; none where going
        through the rows is cheaper.
    starts
        First row of each cluster once rows are sorted by ``order`` ``(G,)``.
    order
        Rows sorted by cluster ``(n,)``.
    """

    sign: int
    groups: int
    packed: FloatArray | None
    starts: IntArray
    order: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class CrossProducts:
    """Everything that any linear model on these columns and rows needs.

    Parameters
    ----------
    names
        Columns, outcomes among them ``(p,)``.
    columns
        Values with the effects swept out, times the root of the weights ``(n, p)``.
    total
        Cross product ``(p, p)``.
    original
        Sum of squares of each column before sweeping ``(p,)``.
    ways
        Terms of the clustered variance; empty for errors that need no clusters.
    cluster_names, cluster_counts
        Clustering variables and their numbers of clusters.
    fixed_parameters
        What the fixed effects add to K under the small-sample rule.
    rule
        Small-sample rule.
    """

    names: tuple[str, ...]
    columns: FloatArray
    total: FloatArray
    original: FloatArray
    ways: tuple[Way, ...]
    cluster_names: tuple[str, ...]
    cluster_counts: tuple[int, ...]
    fixed_parameters: int
    rule: SmallSample

    @property
    def nobs(self) -> int:
        """Rows."""
        return len(self.columns)

    def replaced(self, at: IntArray, columns: FloatArray) -> "CrossProducts":
        """Return the statistics with other values in some columns, already demeaned ``(n, len(at))``."""
        values = self.columns.copy()
        values[:, at] = columns
        total = self.total.copy()
        total[at] = columns.T @ values
        total[:, at] = total[at].T
        ways = tuple(_replaced_way(way, values, at) for way in self.ways)
        return CrossProducts(
            self.names,
            values,
            total,
            self.original,
            ways,
            self.cluster_names,
            self.cluster_counts,
            self.fixed_parameters,
            self.rule,
        )


def cross_products(
    names: Sequence[str],
    columns: FloatArray,
    *,
    effects: Sequence[IntArray] = (),
    clusters: Mapping[str, IntArray] | None = None,
    weights: FloatArray | None = None,
    rule: SmallSample = FIXEST,
) -> CrossProducts:
    """Demean columns once and form their cross products, in all and by cluster.

    Parameters
    ----------
    names, columns
        Complete columns ``(n, p)``, outcomes among them; include a constant column where there
        are no effects.
    effects
        Codes of each fixed effect ``(n,)``.
    clusters
        Codes of at most two clustering variables ``(n,)``.
    weights
        Positive weights ``(n,)``.

    Raises
    ------
    InputError
        If there are more than two clustering variables or only one cluster.
    """
    clusters = dict(clusters or {})
    swept = FixedEffects(tuple(effects), weights).demean(columns)
    root = 1.0 if weights is None else np.sqrt(weights)[:, None]
    swept = np.ascontiguousarray(swept * root)
    ways = cluster_ways(swept, clusters)
    return CrossProducts(
        tuple(names),
        swept,
        swept.T @ swept,
        ((columns * root) ** 2).sum(axis=0),
        ways,
        tuple(clusters),
        tuple(dense_codes(code)[1] for code in clusters.values()),
        counted_parameters(0, effects, list(clusters.values()), rule.fixef_k),
        rule,
    )


def cluster_ways(columns: FloatArray, clusters: Mapping[str, IntArray]) -> tuple[Way, ...]:
    """Terms of a one-way or two-way clustered variance of these columns."""
    if len(clusters) > 2:
        raise InputError(f"Clusters can be one-way or two-way, not {len(clusters)}-way.")
    for name, code in clusters.items():
        if dense_codes(code)[1] < 2:
            raise InputError(f"The sample has a single cluster of {name!r}; choose another one.")
    found: list[Way] = []
    for size in range(1, len(clusters) + 1):
        for chosen in combinations(clusters.values(), size):
            code, groups = dense_codes(chosen[0])
            for more in chosen[1:]:
                other, count = dense_codes(more)
                code, groups = dense_codes(code * count + other)
            order = np.argsort(code, kind="stable")
            starts = np.searchsorted(code[order], np.arange(groups))
            packed = _packed(columns, order, starts)
            found.append(Way((-1) ** (size + 1), groups, packed, starts, order))
    return tuple(found)


def triangle(p: int) -> tuple[IntArray, IntArray]:
    """Rows and columns of an upper triangle, in the order of ``Way.packed``."""
    rows, columns = np.triu_indices(p)
    return rows.astype(np.int64), columns.astype(np.int64)


def _packed(columns: FloatArray, order: IntArray, starts: IntArray) -> FloatArray | None:
    n, p = columns.shape
    if len(starts) * (p + 1) > 4 * n:
        return None
    upper = triangle(p)
    ordered = columns[order]
    ends = np.append(starts[1:], n)
    out = np.empty((len(starts), len(upper[0])))
    for g, (first, last) in enumerate(zip(starts, ends, strict=True)):
        block = ordered[first:last]
        out[g] = (block.T @ block)[upper]
    return np.ascontiguousarray(out.T)


def _replaced_way(way: Way, values: FloatArray, at: IntArray) -> Way:
    if way.packed is None:
        return way
    p = values.shape[1]
    rows, columns = triangle(p)
    ordered = values[way.order]
    packed = way.packed.copy()
    for position in at:
        sums = np.add.reduceat(ordered * ordered[:, [position]], way.starts, axis=0)
        hit = (rows == position) | (columns == position)
        other = np.where(rows[hit] == position, columns[hit], rows[hit])
        packed[hit] = sums.T[other]
    return Way(way.sign, way.groups, packed, way.starts, way.order)


def sum_of_squared_scores(
    way: Way, columns: FloatArray, a: FloatArray, c: FloatArray
) -> FloatArray:
    """Sum over clusters of ``(a'A_g c)^2`` for each model ``(S,)``.

    Parameters
    ----------
    a, c
        Weights of the quantity and of the residual on all columns ``(S, p)``.
    """
    out = np.empty(len(a))
    step = _BLOCK if way.packed is None else 1024
    for start in range(0, len(a), step):
        part = slice(start, start + step)
        out[part] = _squares(way, columns, a[part], c[part])
    return out


def _squares(way: Way, columns: FloatArray, a: FloatArray, c: FloatArray) -> FloatArray:
    if way.packed is None:
        scores = (columns @ a.T) * (columns @ c.T)
        if way.groups < len(columns):
            scores = np.add.reduceat(scores[way.order], way.starts, axis=0)
        by_row: FloatArray = np.einsum("gs,gs->s", scores, scores)
        return by_row
    rows, cols = triangle(columns.shape[1])
    weights = a[:, rows] * c[:, cols]
    weights += np.where(rows == cols, 0.0, a[:, cols] * c[:, rows])
    sums = weights @ way.packed
    by_cluster: FloatArray = np.einsum("sg,sg->s", sums, sums)
    return by_cluster


def complete_rows(columns: FloatArray) -> BoolArray:
    """Rows without a missing value ``(n,)``."""
    return np.asarray(np.isfinite(columns).all(axis=1), dtype=np.bool_)
