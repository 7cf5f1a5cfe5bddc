"""The tree of a composite indicator: indicators, their groups, and the index at the top."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import RecipeError


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One level of the tree and how it hangs on the next one up.

    Parameters
    ----------
    names
        Nodes of this level ``(m,)``.
    parent
        Position of each node's parent among the names of the next level ``(m,)``.
    weight
        Weight of each node within its parent, not negative ``(m,)``; rescaled to sum to one
        within each parent wherever it is used.
    """

    names: tuple[str, ...]
    parent: IntArray
    weight: FloatArray

    @property
    def groups(self) -> int:
        """How many parents there are."""
        return int(self.parent.max()) + 1 if len(self.parent) else 0

    def members(self, group: int) -> IntArray:
        """Positions of the nodes that hang on one parent."""
        return np.flatnonzero(self.parent == group).astype(np.int64)

    def share(self) -> FloatArray:
        """Weight of each node as a share of its parent's total ``(m,)``."""
        total = np.bincount(self.parent, weights=self.weight, minlength=self.groups)
        share: FloatArray = self.weight / total[self.parent]
        return share


@dataclass(frozen=True, slots=True, eq=False)
class Hierarchy:
    """Levels from the indicators upwards; the last level's only parent is the index.

    Raises
    ------
    RecipeError
        If a weight is negative or not a number, or if a group's weights are all zero.
    """

    levels: tuple[Level, ...]
    top: str = "index"

    def __post_init__(self) -> None:
        for level in self.levels:
            _refuse_bad_weights(level)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Names at the bottom."""
        return self.levels[0].names

    def effective(self) -> FloatArray:
        """Share of the index that each indicator carries when nothing is missing ``(J,)``."""
        share = self.levels[-1].share()
        for level in reversed(self.levels[:-1]):
            share = level.share() * share[level.parent]
        return share

    def with_weights(self, weights: Sequence[FloatArray]) -> "Hierarchy":
        """Return the same tree with other weights, one array for each level."""
        levels = tuple(
            Level(level.names, level.parent, np.asarray(weight, dtype=float))
            for level, weight in zip(self.levels, weights, strict=True)
        )
        return Hierarchy(levels, self.top)


def _refuse_bad_weights(level: Level) -> None:
    for name, weight in zip(level.names, level.weight, strict=True):
        if not np.isfinite(weight) or weight < 0:
            raise RecipeError(
                f"The weight of {name!r} is {weight:g}; give a number that is zero or more."
            )
    total = np.bincount(level.parent, weights=level.weight, minlength=level.groups)
    if (total <= 0).any():
        empty = int(np.flatnonzero(total <= 0)[0])
        members = ", ".join(level.names[i] for i in level.members(empty))
        raise RecipeError(f"All weights in one group are zero ({members}); raise at least one.")
