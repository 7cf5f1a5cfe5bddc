"""The composite index: scaled indicators aggregated up the tree, with coverage kept in sight."""

from dataclasses import dataclass

import numpy as np

from comity.methods.means import weighted_mean
from comity.terms.arrays import BoolArray, FloatArray
from comity.terms.hierarchy import Hierarchy, Level


@dataclass(frozen=True, slots=True, eq=False)
class Thresholds:
    """How much of a group's weight must be observed, as shares of one.

    Parameters
    ----------
    flag
        Below this a group's score is flagged.
    drop
        Below this a group's score is missing.
    top
        Below this share of the index's own weight the unit is not scored.
    """

    flag: float = 0.0
    drop: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Composite:
    """Scores of every node of the tree.

    Parameters
    ----------
    nodes
        Scores by level above the indicators, each ``(n, groups)``; the last is the index
        ``(n, 1)``.
    coverage
        Share of each node's weight that is observed, same shapes, 0-1.
    """

    nodes: tuple[FloatArray, ...]
    coverage: tuple[FloatArray, ...]

    @property
    def index(self) -> FloatArray:
        """Score of each unit ``(n,)``; NaN where it is not scored."""
        return self.nodes[-1][:, 0]


def aggregate(
    scaled: FloatArray,
    tree: Hierarchy,
    means: tuple[str, ...],
    thresholds: Thresholds | None = None,
) -> Composite:
    """Aggregate scaled indicators up the tree.

    Parameters
    ----------
    scaled
        ``(n, J)``; NaN where missing.
    tree
        Levels with their weights.
    means
        One mean for each level, from the indicators upwards.
    thresholds
        Coverage rules; by default whatever is observed is used.

    Assumptions
    -----------
    The weight of a missing member is shared among the observed members of its group in
    proportion to theirs. Nothing is imputed.

    References
    ----------
    :cite:p:`oecd2008handbook`, :cite:p:`becker2022coinr`
    """
    rules = thresholds or Thresholds()
    nodes: list[FloatArray] = []
    coverage: list[FloatArray] = []
    below = scaled
    for depth, (level, mean) in enumerate(zip(tree.levels, means, strict=True)):
        least = rules.top if depth == len(tree.levels) - 1 else rules.drop
        seen = observed_share(~np.isnan(below), level)
        score = np.column_stack(
            [
                weighted_mean(below[:, level.members(g)], level.weight[level.members(g)], mean)
                for g in range(level.groups)
            ]
        )
        score[seen < least - 1e-12] = np.nan
        nodes.append(score)
        coverage.append(seen)
        below = score
    return Composite(tuple(nodes), tuple(coverage))


def observed_share(observed: BoolArray, level: Level) -> FloatArray:
    """Share of each group's weight whose members are observed ``(n, groups)``, 0-1."""
    share = level.share()
    columns = [observed[:, level.members(g)] @ share[level.members(g)] for g in range(level.groups)]
    return np.column_stack(columns).astype(float)
