"""Permutation of a treatment over units or within periods, and the test that it gives."""

from dataclasses import dataclass

import numpy as np

from comity.methods.panel_columns import codes
from comity.methods.panel_demean import FixedEffects
from comity.methods.panel_design import Design
from comity.methods.panel_draws import stream
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

SCHEMES = ("units", "within_period")
_CHUNK = 200


@dataclass(frozen=True, slots=True, eq=False)
class PermutationTest:
    """How unusual a t statistic is among permutations of the treatment.

    Parameters
    ----------
    statistic
        t of the sample.
    p_value
        Share of permutations with an absolute t at least as large; the sample counts as one.
    draws
        t of each permutation ``(R,)``.
    scheme
        What was permuted.
    """

    statistic: float
    p_value: float
    draws: FloatArray
    scheme: str


def donor_rows(
    unit: IntArray, period: IntArray, *, draws: int, seed: int, scheme: str = "units"
) -> IntArray:
    """Row from which each row takes its treatment in each permutation ``(draws, n)``.

    Parameters
    ----------
    unit, period
        Codes of each row ``(n,)``.
    scheme
        ``units``: each unit takes the whole history of another, so that persistence is kept; in a
        period that the other lacks, its nearest period is taken. ``within_period``: values are
        shuffled among the units of a period.

    Raises
    ------
    InputError
        If the scheme is unknown.
    """
    if scheme not in SCHEMES:
        raise InputError(f"There is no permutation {scheme!r}; choose {' or '.join(SCHEMES)}.")
    out = np.empty((draws, len(unit)), dtype=np.int64)
    histories = nearest_rows(unit, period)
    for draw in range(draws):
        random = stream(seed, draw)
        if scheme == "units":
            out[draw] = swapped_histories(histories, unit, period, random.random(len(histories)))
        else:
            mixed = np.lexsort((random.random(len(unit)), period))
            out[draw, np.argsort(period, kind="stable")] = mixed
    return out


def swapped_histories(
    histories: IntArray, unit: IntArray, period: IntArray, keys: FloatArray
) -> IntArray:
    """Row from which each row takes its treatment when units swap histories ``(n,)``.

    Parameters
    ----------
    histories
        From ``nearest_rows``.
    keys
        A random number for each unit; unit ``u`` takes the history of the unit whose key has rank
        ``u``, so that samples with nearly the same units get nearly the same swaps.
    """
    out: IntArray = histories[np.argsort(keys)[unit], period]
    return out


def nearest_rows(unit: IntArray, period: IntArray) -> IntArray:
    """Row of each unit in or nearest to each period ``(units, periods)``."""
    units, periods = int(unit.max()) + 1, int(period.max()) + 1
    table = np.empty((units, periods), dtype=np.int64)
    order = np.lexsort((period, unit))
    bounds = np.searchsorted(unit[order], np.arange(units + 1))
    wanted = np.arange(periods)
    for u in range(units):
        rows = order[bounds[u] : bounds[u + 1]]
        have = period[rows]
        after = np.minimum(np.searchsorted(have, wanted), len(have) - 1)
        before = np.maximum(after - 1, 0)
        nearer = np.abs(have[before] - wanted) <= np.abs(have[after] - wanted)
        table[u] = rows[np.where(nearer, before, after)]
    return table


def permutation_test(
    design: Design,
    term: int,
    *,
    unit: IntArray,
    period: IntArray,
    cluster: IntArray,
    draws: int = 999,
    seed: int = 1,
    scheme: str = "units",
) -> PermutationTest:
    """Compare the clustered t of one term with its t under permutations of that term.

    Parameters
    ----------
    term
        Position of the term among the columns of ``X``; other terms stay as they are.
    unit, period, cluster
        Codes on the rows of the design ``(n,)``.
    """
    unit, period, cluster = codes(unit), codes(period), codes(cluster)
    donors = donor_rows(unit, period, draws=draws, seed=seed, scheme=scheme)
    treatment = design.X[:, term]
    others = np.delete(design.X, term, axis=1)
    swept = FixedEffects(design.effects, design.weights)
    root = np.ones(len(unit)) if design.weights is None else np.sqrt(design.weights)
    controls = swept.demean(others) * root[:, None]
    basis = _basis(controls)
    y = _partialled(swept.demean(design.y[:, None]) * root[:, None], basis)[:, 0]
    sample = _statistics(swept, treatment[:, None], y, basis, root, cluster=cluster)[0]
    found = np.empty(draws)
    for start in range(0, draws, _CHUNK):
        part = slice(start, start + _CHUNK)
        found[part] = _statistics(swept, treatment[donors[part]].T, y, basis, root, cluster=cluster)
    extreme = int((np.abs(found) >= abs(sample) * (1 - 1e-10)).sum())
    return PermutationTest(float(sample), (extreme + 1) / (draws + 1), found, scheme)


def _basis(columns: FloatArray) -> FloatArray:
    """Orthonormal columns that span what is given ``(n, rank)``."""
    if columns.shape[1] == 0:
        return columns
    left, size, _ = np.linalg.svd(columns, full_matrices=False)
    return np.asarray(left[:, size > 1e-10 * size[0]], dtype=np.float64)


def _partialled(columns: FloatArray, basis: FloatArray) -> FloatArray:
    return columns - basis @ (basis.T @ columns)


def _statistics(
    swept: FixedEffects,
    treatments: FloatArray,
    y: FloatArray,
    basis: FloatArray,
    root: FloatArray,
    *,
    cluster: IntArray,
) -> FloatArray:
    """Clustered t without small-sample factors, which permutations share ``(R,)``."""
    x = _partialled(swept.demean(treatments) * root[:, None], basis)
    size = np.einsum("nr,nr->r", x, x)
    moved = size > 1e-12 * np.einsum("nr,nr->r", treatments, treatments)
    beta = np.where(moved, x.T @ y / np.where(moved, size, 1.0), 0.0)
    scores = x * (y[:, None] - x * beta)
    order = np.argsort(cluster, kind="stable")
    starts = np.searchsorted(cluster[order], np.arange(int(cluster.max()) + 1))
    sums = np.add.reduceat(scores[order], starts, axis=0)
    error = np.sqrt(np.einsum("gr,gr->r", sums, sums)) / np.where(moved, size, 1.0)
    return np.where(moved, beta / np.where(error > 0, error, 1.0), 0.0)
