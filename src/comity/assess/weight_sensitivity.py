"""What moves a partner's rank: shares of variance, one weight at a time, and the smallest swap."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.assess.rank_intervals import Uncertainty
from comity.assess.uncertainty_problem import build_problem
from comity.methods.draw_scores import score_draws
from comity.methods.rank_problem import RankProblem
from comity.methods.ranks import ranks_of_draws
from comity.methods.sobol_indices import SobolIndices, sobol_indices
from comity.methods.swap import smallest_weight_change
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError

if TYPE_CHECKING:
    from comity.assess.scores import Scores


@dataclass(frozen=True, slots=True)
class Sobol:
    """Shares of variance: outputs are the rank of each partner and the mean shift of all ranks."""

    outputs: tuple[str, ...]
    indices: SobolIndices
    samples: int
    seed: int

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each output and source of uncertainty."""
        i = self.indices
        return [
            {
                "output": output,
                "source": group,
                "first_order": float(i.first[o, g]),
                "first_order_ci": float(i.first_confidence[o, g]),
                "total": float(i.total[o, g]),
                "total_ci": float(i.total_confidence[o, g]),
            }
            for o, output in enumerate(self.outputs)
            for g, group in enumerate(i.groups)
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "samples": self.samples,
            "seed": self.seed,
            "evaluations": self.indices.evaluations,
            "indices": self.rows(),
        }


def sobol(scores: "Scores", partners: list[int], *, samples: int, seed: int) -> Sobol:
    """Estimate how much of the variance of ranks each source of uncertainty explains.

    Sources are the weight of each construct, all weights within constructs together, the scaling
    and the mean; weights follow the Comity default of rank intervals (Dirichlet, 10).
    """
    uncertainty = Uncertainty(measurement_error=False, missing=False)
    rows = np.sort(scores.order)
    problem = build_problem(scores, rows, uncertainty)
    places = [_place(scores, rows, row) for row in partners]
    inputs = _inputs(scores, problem)
    nominal = scores.rank[rows]

    def function(points: FloatArray) -> FloatArray:
        ranks = _ranks_at(problem, points, uncertainty)
        shift = np.abs(ranks - nominal).mean(axis=1)
        return np.column_stack([*(ranks[:, p] for p in places), shift]).astype(float)

    indices = sobol_indices(function, inputs, samples=samples, seed=seed)
    outputs = (*(scores.partners[row] for row in partners), "mean shift of all ranks")
    return Sobol(outputs, indices, samples, seed)


def _place(scores: "Scores", rows: IntArray, row: int) -> int:
    found = np.flatnonzero(rows == row)
    if not len(found):
        raise InputError(f"{scores.names[row]} is not scored, so it has no rank.")
    return int(found[0])


def _inputs(scores: "Scores", problem: RankProblem) -> list[tuple[str, str]]:
    within = [(f"w:{use.id}", "weights within constructs") for use in scores.model.uses]
    between = [(f"W:{c.id}", f"weight of {c.id}") for c in scores.model.constructs]
    choice = [("variant", "scaling and mean")] if len(problem.variants) > 1 else []
    return within + between + choice


def _ranks_at(problem: RankProblem, points: FloatArray, uncertainty: Uncertainty) -> IntArray:
    """Ranks at points of the unit cube; weights through the quantiles of their gamma variables."""
    from scipy.special import gammaincinv

    start = 0
    weights = []
    for level in problem.tree.levels:
        size = len(level.names)
        members = np.bincount(level.parent, weights=level.weight > 0, minlength=level.groups)
        shape = level.share() * uncertainty.weights.size * members[level.parent]
        uniform = np.clip(points[:, start : start + size], 1e-12, 1 - 1e-12)
        drawn = np.zeros(uniform.shape)
        alive = shape > 0
        drawn[:, alive] = gammaincinv(shape[alive], uniform[:, alive])
        weights.append(drawn)
        start += size
    choice = np.zeros(len(points), dtype=np.int64)
    if len(problem.variants) > 1:
        edges = np.cumsum(problem.probability)[:-1]
        choice = np.searchsorted(edges, points[:, start], side="right").astype(np.int64)
    return _rank_choice(problem, weights, choice)


def _rank_choice(problem: RankProblem, weights: list[FloatArray], choice: IntArray) -> IntArray:
    scores = np.empty((len(choice), problem.size))
    for number, variant in enumerate(problem.variants):
        for rows in np.array_split(np.flatnonzero(choice == number), 1 + len(choice) // 2048):
            if len(rows):
                scores[rows] = score_draws(
                    variant.scaled,
                    problem.tree,
                    tuple(w[rows] for w in weights),
                    variant.means,
                    available=problem.available,
                )
    return ranks_of_draws(scores)


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """Rank and score of a partner when one weight is lowered, raised or set to zero."""

    what: str
    kind: str
    rank_low: int
    rank_high: int
    rank_without: int
    score_low: float
    score_high: float
    score_without: float

    @property
    def width(self) -> int:
        """Widest move in ranks."""
        ranks = (self.rank_low, self.rank_high, self.rank_without)
        return max(ranks) - min(ranks)


@dataclass(frozen=True, slots=True)
class Tornado:
    """One weight at a time, widest move first."""

    partner: str
    name: str
    rank: int
    change: float
    bars: tuple[TornadoBar, ...]

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each weight."""
        from dataclasses import asdict

        return [{**asdict(bar), "width": bar.width} for bar in self.bars]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "partner": self.partner,
            "name": self.name,
            "rank": self.rank,
            "change": self.change,
            "bars": self.rows(),
        }


def tornado(scores: "Scores", row: int, *, change: float) -> Tornado:
    """Move every weight in turn by ``change`` (a share of itself) and to zero.

    Raises
    ------
    InputError
        If ``change`` is not between 0 and 1.
    """
    if not 0 < change <= 1:
        raise InputError(f"The change must lie between 0 and 1, not {change:g}.")
    rows = np.sort(scores.order)
    place = _place(scores, rows, row)
    problem = build_problem(scores, rows, Uncertainty.weights_only("none"))
    weights, labels = _one_at_a_time(scores, change)
    drawn = score_draws(
        problem.variants[0].scaled,
        problem.tree,
        weights,
        problem.variants[0].means,
        available=problem.available,
    )
    ranks = ranks_of_draws(drawn)[:, place].reshape(-1, 3)
    points = drawn[:, place].reshape(-1, 3)
    bars = [
        TornadoBar(what, kind, *(int(r) for r in rank), *(float(p) for p in point))
        for (what, kind), rank, point in zip(labels, ranks, points, strict=True)
    ]
    bars.sort(key=lambda bar: (-bar.width, -abs(bar.score_high - bar.score_low), bar.what))
    return Tornado(
        scores.partners[row], scores.names[row], int(scores.rank[row]), change, tuple(bars)
    )


def _one_at_a_time(
    scores: "Scores", change: float
) -> tuple[tuple[FloatArray, FloatArray], list[tuple[str, str]]]:
    """Weights of every trial, three in a row for each weight: lowered, raised, zero."""
    bottom, top = (level.weight for level in scores.tree.levels)
    labels = [(c.id, "construct") for c in scores.model.constructs if c.weight > 0]
    lower, upper = [], []
    for k, construct in enumerate(scores.model.constructs):
        if construct.weight > 0:
            lower += [bottom] * 3
            upper += [_scaled(top, k, f) for f in (1 - change, 1 + change, 0.0)]
    counts = np.bincount(scores.tree.levels[0].parent, weights=bottom > 0)
    for j, use in enumerate(scores.model.uses):
        # An only indicator cannot move: its share of the construct stays one.
        if bottom[j] > 0 and counts[scores.tree.levels[0].parent[j]] > 1:
            labels.append((use.id, "indicator"))
            lower += [_scaled(bottom, j, f) for f in (1 - change, 1 + change, 0.0)]
            upper += [top] * 3
    return (np.array(lower), np.array(upper)), labels


def _scaled(weight: FloatArray, position: int, factor: float) -> FloatArray:
    changed = weight.copy()
    changed[position] *= factor
    return changed


@dataclass(frozen=True, slots=True)
class Swap:
    """The smallest change of construct weights that makes two partners change places.

    Parameters
    ----------
    higher, lower
        Ids, as ranked now.
    possible
        Whether any construct weights do it.
    moved
        Share of the total weight that has to move, 0-1.
    before, after
        Construct weights, adding up to one.
    """

    higher: str
    lower: str
    possible: bool
    moved: float
    before: dict[str, float]
    after: dict[str, float]

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each construct."""
        return [
            {
                "construct": name,
                "before": before,
                "after": self.after[name],
                "change": self.after[name] - before,
            }
            for name, before in self.before.items()
        ]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        from dataclasses import asdict

        return asdict(self)


def smallest_swap(scores: "Scores", first: int, second: int) -> Swap:
    """Find the smallest swap of two scored partners."""
    if first == second:
        raise InputError("Give two different partners.")
    for row in (first, second):
        if scores.rank[row] == 0:
            raise InputError(f"{scores.names[row]} is not scored, so it has no rank.")
    higher, lower = sorted((first, second), key=lambda row: -scores.overall[row])
    share = scores.tree.levels[1].share()
    found = smallest_weight_change(
        scores.constructs[higher], scores.constructs[lower], share, scores.model.aggregation[1]
    )
    ids = [c.id for c in scores.model.constructs]
    return Swap(
        scores.partners[higher],
        scores.partners[lower],
        found.possible,
        found.moved,
        dict(zip(ids, share.tolist(), strict=True)),
        dict(zip(ids, found.weight.tolist(), strict=True)),
    )
