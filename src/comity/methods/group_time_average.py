"""Averages over groups and periods: by time since the start, by group, by period, overall."""

from dataclasses import dataclass

import numpy as np

from comity.methods.group_time import GroupTime
from comity.methods.panel_demean import dense_codes
from comity.methods.panel_draws import cluster_signs
from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import InputError

KINDS = ("event", "group", "period", "simple")


@dataclass(frozen=True, slots=True, eq=False)
class Averages:
    """Averages of cells with their errors.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    at
        Time since the start, group or period ``(m,)``; empty for ``simple``.
    estimate, covariance
        ``(m,)`` and ``(m, m)``.
    overall, overall_error
        Average of these after the start: plain for ``event`` and ``period``, by the groups' sizes
        for ``group`` and ``simple``.
    critical
        How many standard errors a band for all of them at once reaches (95 %); NaN without draws.
    """

    kind: str
    at: FloatArray
    estimate: FloatArray
    covariance: FloatArray
    overall: float
    overall_error: float
    critical: float

    @property
    def std_error(self) -> FloatArray:
        """Standard errors ``(m,)``."""
        return np.asarray(np.sqrt(np.diag(self.covariance)))


def average_cells(
    cells: GroupTime,
    kind: str,
    *,
    clusters: IntArray | None = None,
    draws: int = 0,
    seed: int = 1,
) -> Averages:
    """Average cells, each group weighted by its number of units.

    Parameters
    ----------
    clusters
        Codes of the clusters that the kept units belong to ``(units,)``; the units when left out.
    draws
        Draws of the multiplier bootstrap for the band.

    Raises
    ------
    InputError
        If the kind is unknown.
    """
    if kind not in KINDS:
        raise InputError(f"There are no averages by {kind!r}; choose one of {', '.join(KINDS)}.")
    known = np.isfinite(cells.estimate)
    after = cells.period >= cells.group
    if kind == "simple":
        overall, psi = _weighted(cells, known & after)
        error = float(np.sqrt(_covariance(psi[:, None], clusters)[0, 0]))
        nothing = np.zeros(0)
        empty = np.zeros((0, 0))
        return Averages(kind, nothing, nothing, empty, overall, error, float("nan"))
    key = {"event": cells.period - cells.group, "group": cells.group, "period": cells.period}[kind]
    used = known if kind == "event" else known & after
    at = np.unique(key[used])
    pick = _equal if kind == "group" else _weighted
    made = [pick(cells, used & (key == value)) for value in at]
    estimate, psi = np.array([e for e, _ in made]), np.column_stack([p for _, p in made])
    later = at >= 0 if kind == "event" else np.ones(len(at), dtype=bool)
    if kind == "group":
        overall, whole = _over_groups(cells, at, estimate, psi)
    else:
        overall, whole = float(estimate[later].mean()), psi[:, later].mean(axis=1)
    both = _covariance(np.column_stack([psi, whole]), clusters)
    matrix, error = both[:-1, :-1], float(np.sqrt(both[-1, -1]))
    critical = _critical(psi, np.sqrt(np.diag(matrix)), clusters, draws=draws, seed=seed)
    return Averages(kind, at, estimate, matrix, overall, error, critical)


def _equal(cells: GroupTime, rows: BoolArray) -> tuple[float, FloatArray]:
    return float(cells.estimate[rows].mean()), cells.influence[:, rows].mean(axis=1)


def _weighted(cells: GroupTime, rows: BoolArray) -> tuple[float, FloatArray]:
    """Average by the groups' sizes, and what each unit contributes to it and to the sizes."""
    member = cells.first[:, None] == cells.group[rows][None, :]
    return _by_share(cells.estimate[rows], cells.influence[:, rows], member)


def _over_groups(
    cells: GroupTime, groups: FloatArray, estimate: FloatArray, psi: FloatArray
) -> tuple[float, FloatArray]:
    return _by_share(estimate, psi, cells.first[:, None] == groups[None, :])


def _by_share(estimate: FloatArray, psi: FloatArray, member: BoolArray) -> tuple[float, FloatArray]:
    share = member.mean(axis=0)
    total = share.sum()
    weight = share / total
    apart = member - share
    # The shares are estimates as well.
    drift = (apart - apart.sum(axis=1, keepdims=True) * weight) / total
    return float(weight @ estimate), psi @ weight + drift @ estimate


def _covariance(psi: FloatArray, clusters: IntArray | None) -> FloatArray:
    summed = _summed(psi, clusters) / len(psi)
    matrix: FloatArray = summed.T @ summed
    return matrix


def _summed(psi: FloatArray, clusters: IntArray | None) -> FloatArray:
    if clusters is None:
        return psi
    code, count = dense_codes(clusters)
    out = np.zeros((count, psi.shape[1]))
    np.add.at(out, code, psi)
    return out


def _critical(
    psi: FloatArray,
    errors: FloatArray,
    clusters: IntArray | None,
    *,
    draws: int,
    seed: int,
) -> float:
    """95 % point of the largest |t| over all averages, by random signs of the contributions."""
    varies = errors > 0
    if not draws or not varies.any():
        return float("nan")
    summed = _summed(psi[:, varies], clusters)
    signs, _ = cluster_signs(draws, len(summed), kind="rademacher", seed=seed)
    largest = np.abs(signs @ summed / len(psi) / errors[varies]).max(axis=1)
    return max(1.959963984540054, float(np.quantile(largest, 0.95)))
