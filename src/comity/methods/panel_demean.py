"""Fixed effects swept out of columns, exactly for one or two, by conjugate gradients for more.

One effect is a group mean. Two are solved exactly: the larger is eliminated, and the smaller's
normal equations (the Laplacian of the graph that links the two) are factored once. Effects that
another one contains are redundant and left out. Three or more that remain are solved by
preconditioned conjugate gradients, which is alternating projection with acceleration
(:cite:p:`guimaraes2010,correia2016`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve

from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import DataMissing

TOLERANCE = 1e-13
MAX_STEPS = 20_000
_DENSE_LEVELS = 3_000


def nested_in(inner: IntArray, outer: IntArray) -> bool:
    """Whether every level of one grouping lies within a single level of another.

    Examples
    --------
    >>> import numpy as np
    >>> nested_in(np.array([0, 0, 1, 2]), np.array([5, 5, 6, 6]))
    True
    """
    order = np.argsort(inner, kind="stable")
    a, b = inner[order], outer[order]
    return not bool(((a[1:] == a[:-1]) & (b[1:] != b[:-1])).any())


def dense_codes(code: IntArray) -> tuple[IntArray, int]:
    """Codes 0, 1, ... without gaps, and how many there are."""
    levels, dense = np.unique(code, return_inverse=True)
    return dense.astype(np.int64), len(levels)


def singletons(effects: Sequence[IntArray]) -> "np.typing.NDArray[np.bool_]":
    """Rows that are alone in a level of some effect, found again after each removal ``(n,)``."""
    alone = np.zeros(len(effects[0]) if effects else 0, dtype=bool)
    while True:
        before = int(alone.sum())
        for code in effects:
            counts = np.bincount(code[~alone], minlength=int(code.max(initial=0)) + 1)
            alone |= counts[code] == 1
        if int(alone.sum()) == before:
            return alone


@dataclass(frozen=True, slots=True, eq=False)
class FixedEffects:
    """A set of fixed effects, ready to be swept out of any columns of the same rows.

    Parameters
    ----------
    effects
        Codes of each effect, each ``(n,)`` and not negative.
    weights
        Positive weights ``(n,)``; none when left out.
    """

    effects: tuple[IntArray, ...]
    weights: FloatArray | None = None
    levels: tuple[int, ...] = field(init=False)
    _plan: Any = field(init=False)

    def __post_init__(self) -> None:
        dense = [dense_codes(code) for code in self.effects]
        object.__setattr__(self, "levels", tuple(count for _, count in dense))
        kept = _without_redundant([code for code, _ in dense], self.levels)
        object.__setattr__(self, "_plan", _plan(kept, self.weights))

    def demean(self, columns: FloatArray) -> FloatArray:
        """Residuals of columns on the effects ``(n, p)``.

        Raises
        ------
        DataMissing
            If three or more effects do not converge, which means they are nearly collinear.
        """
        if self._plan is None:
            return np.array(columns, dtype=np.float64)
        # The second sweep removes what rounding left of the first.
        once: FloatArray = self._plan.residual(columns - columns.mean(axis=0))
        twice: FloatArray = self._plan.residual(once)
        return twice


def _without_redundant(
    effects: list[IntArray], levels: tuple[int, ...]
) -> list[tuple[IntArray, int]]:
    """Effects whose dummies are not sums of a finer effect's, finest first."""
    order = sorted(range(len(effects)), key=lambda at: -levels[at])
    kept: list[int] = []
    for at in order:
        if not any(nested_in(effects[finer], effects[at]) for finer in kept):
            kept.append(at)
    return [(effects[at], levels[at]) for at in kept]


def _plan(effects: list[tuple[IntArray, int]], weights: FloatArray | None) -> Any:
    if not effects:
        return None
    if len(effects) == 1:
        return _OneWay(*effects[0], weights)
    if len(effects) == 2 and effects[1][1] <= _DENSE_LEVELS:
        return _TwoWay(effects[0], effects[1], weights)
    return _ManyWay(effects, weights)


def _indicator(code: IntArray, levels: int, weights: FloatArray | None) -> Any:
    """Matrix that sums rows within levels ``(levels, n)``."""
    n = len(code)
    data = np.ones(n) if weights is None else weights
    return sparse.csr_array((data, (code, np.arange(n))), shape=(levels, n))


class _OneWay:
    def __init__(self, code: IntArray, levels: int, weights: FloatArray | None) -> None:
        self.code = code
        self.sums = _indicator(code, levels, weights)
        self.total = self.sums.sum(axis=1)

    def residual(self, columns: FloatArray) -> FloatArray:
        means = (self.sums @ columns) / self.total[:, None]
        out: FloatArray = columns - means[self.code]
        return out


class _TwoWay:
    """The larger effect eliminated; the smaller's Laplacian factored, one level of each part fixed."""

    def __init__(
        self, large: tuple[IntArray, int], small: tuple[IntArray, int], weights: FloatArray | None
    ) -> None:
        self.first = _OneWay(*large, weights)
        self.second = _OneWay(*small, weights)
        n = len(large[0])
        data = np.ones(n) if weights is None else weights
        self.cross = sparse.csr_array(
            sparse.coo_array((data, (large[0], small[0])), shape=(large[1], small[1]))
        )
        scaled = sparse.diags_array(1 / self.first.total) @ self.cross
        laplacian = np.diag(self.second.total) - (self.cross.T @ scaled).toarray()
        self.free = _free_levels(self.cross)
        self.factor = cho_factor(laplacian[np.ix_(self.free, self.free)], lower=True)

    def residual(self, columns: FloatArray) -> FloatArray:
        within = self.first.residual(columns)
        right = self.second.sums @ within
        effect = np.zeros_like(right)
        effect[self.free] = cho_solve(self.factor, right[self.free])
        other = (self.cross @ effect) / self.first.total[:, None]
        out: FloatArray = within - effect[self.second.code] + other[self.first.code]
        return out


def _free_levels(cross: Any) -> IntArray:
    """Levels of the smaller effect but the first of each connected part."""
    linked = cross.T @ cross
    _, part = sparse.csgraph.connected_components(linked, directed=False)
    fixed = np.unique(part, return_index=True)[1]
    return np.setdiff1d(np.arange(len(part)), fixed).astype(np.int64)


class _ManyWay:
    """Conjugate gradients on the normal equations of all dummies, each divided by its count."""

    def __init__(self, effects: list[tuple[IntArray, int]], weights: FloatArray | None) -> None:
        sums = [_indicator(code, levels, weights) for code, levels in effects]
        plain = [_indicator(code, levels, None) for code, levels in effects]
        self.sums = sparse.csr_array(sparse.vstack(sums))
        self.spread = sparse.csr_array(sparse.vstack(plain).T)
        self.total = self.sums.sum(axis=1)[:, None]

    def residual(self, columns: FloatArray) -> FloatArray:
        right = self.sums @ columns
        scale = np.sqrt((right**2 / self.total).sum(axis=0)) + np.finfo(float).tiny
        # A column that is already clean has nothing to solve for but rounding.
        floor = np.finfo(float).eps * np.sqrt((columns**2).sum(axis=0))
        effect = np.zeros_like(right)
        rest, steps = right.copy(), 0
        ready = rest / self.total
        direction, energy = ready.copy(), (rest * ready).sum(axis=0)
        while (np.sqrt(energy) > np.maximum(TOLERANCE * scale, floor)).any():
            moved = self.sums @ (self.spread @ direction)
            curve = (direction * moved).sum(axis=0)
            step = np.divide(energy, curve, out=np.zeros_like(curve), where=curve > 0)
            effect += step * direction
            rest -= step * moved
            ready = rest / self.total
            fresh = (rest * ready).sum(axis=0)
            direction = ready + direction * np.divide(
                fresh, energy, out=np.zeros_like(fresh), where=energy > 0
            )
            energy, steps = fresh, steps + 1
            if steps > MAX_STEPS:
                raise DataMissing(
                    f"The fixed effects did not converge in {MAX_STEPS} steps;"
                    " they are nearly collinear, so leave one out or combine two with ^."
                )
        out: FloatArray = columns - self.spread @ effect
        return out
