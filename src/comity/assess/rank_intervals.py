"""Rank intervals of scored partners: what varies, how ranks respond, and any one draw again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.assess.uncertainty_problem import build_problem
from comity.methods.means import mean_name
from comity.methods.rank_engine import RankDraws, replay, run
from comity.methods.rank_problem import RankProblem
from comity.methods.rank_statistics import RankStatistics, outrank_probability, rank_statistics
from comity.methods.weight_noise import WeightNoise
from comity.terms.arrays import FloatArray, IntArray
from comity.terms.errors import InputError, RecipeError
from comity.terms.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd

    from comity.assess.model import PropensityModel
    from comity.assess.scores import Scores

#: Scalings and means that a draw chooses from; a Comity default. Both scalings stay within their
#: range in any year, so that the geometric mean exists.
DEFAULT_SCALINGS = ("percentile", "winsorised")
DEFAULT_MEANS = ("arithmetic", "geometric")
#: Most scores that kept draws may hold, some 1.5 GiB with their ranks; a Comity default.
KEPT_MOST = 50_000_000


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What is drawn at random; every number is a Comity default.

    Parameters
    ----------
    weights
        How weights vary at both levels.
    scalings
        Scalings that a draw chooses from with equal probability; empty means the model's own.
        An indicator with a scaling of its own keeps it.
    means
        Means that a draw chooses from, for both levels; empty means the model's own.
    measurement_error
        Whether values vary by their publisher's standard error, where there is one.
    missing
        Whether missing values are drawn from the partner's peers (region and income group).
    """

    weights: WeightNoise = field(default_factory=lambda: WeightNoise("dirichlet", 10.0))
    scalings: tuple[str, ...] = DEFAULT_SCALINGS
    means: tuple[str, ...] = DEFAULT_MEANS
    measurement_error: bool = True
    missing: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "means", tuple(mean_name(m) for m in self.means))

    @classmethod
    def weights_only(cls, kind: str = "dirichlet", size: float = 10.0) -> "Uncertainty":
        """Nothing varies but the weights."""
        return cls(WeightNoise(kind, size), (), (), measurement_error=False, missing=False)


@dataclass(frozen=True, eq=False)
class RankIntervals:
    """Ranks over the draws, for the partners that are scored.

    Parameters
    ----------
    partners, names
        Ids and names ``(n,)``, in the order of the arrays.
    nominal
        Rank without any uncertainty ``(n,)``.
    statistics
        Mean, median and quantiles of the ranks.
    draws
        Counts of ranks and, if kept, every draw.
    problem
        What was drawn from; with the seed it replays any draw.
    uncertainty
        What varied.
    pairs
        Probability that the first outranks the second, by pair of ids.
    provenance
        Recipe, data edition, seed, assumptions.
    """

    model: "PropensityModel"
    partners: tuple[str, ...]
    names: tuple[str, ...]
    nominal: IntArray
    statistics: RankStatistics
    draws: RankDraws
    problem: RankProblem
    uncertainty: Uncertainty
    pairs: dict[tuple[str, str], float]
    provenance: Provenance

    def __repr__(self) -> str:
        width = float(np.mean(self.statistics.q95 - self.statistics.q05))
        return (
            f"<RankIntervals {len(self.partners)} partners, {self.draws.draws:,} draws, seed "
            f"{self.draws.seed}; mean 90 % interval {width:.0f} ranks wide>"
        )

    @property
    def probabilities(self) -> FloatArray:
        """Probability of each rank ``(n, n)``: row partner, column rank minus one."""
        return self.draws.counts / self.draws.draws

    def outranks(self, first: str, second: str) -> float:
        """Probability that one partner outranks another, ties counted half.

        Raises
        ------
        InputError
            If the pair was not asked for and the draws were not kept.
        """
        if (first, second) in self.pairs:
            return self.pairs[first, second]
        if self.draws.scores is None:
            raise InputError(
                f"Ask for the pair ({first!r}, {second!r}) when drawing, or keep the draws."
            )
        rows = [(self._row(first), self._row(second))]
        return float(outrank_probability(self.draws.scores, rows)[0])

    def _row(self, partner: str) -> int:
        if partner not in self.partners:
            raise InputError(f"{partner!r} is not among the ranked partners.")
        return self.partners.index(partner)

    def replay(self, number: int) -> "Replay":
        """Draw one draw again and return the model that it stands for.

        Parameters
        ----------
        number
            Counted from zero, below the number of draws.

        Assumptions
        -----------
        Coverage is decided once, at the nominal weights; scoring the returned model decides it
        anew, so a partner near a threshold may gain or lose a construct. ``scores`` are the
        draw's own.
        """
        if not 0 <= number < self.draws.draws:
            raise InputError(f"Draw {number} is not one of 0 to {self.draws.draws - 1}.")
        draw = replay(self.problem, seed=self.draws.seed, number=number)
        variant = self.problem.variants[draw.variant]
        constructs = {
            c.id: float(w) for c, w in zip(self.model.constructs, draw.weights[1], strict=True)
        }
        indicators = {u.id: float(w) for u, w in zip(self.model.uses, draw.weights[0], strict=True)}
        model = self.model.with_weights(constructs, indicators)
        scaling = variant.name.partition(" + ")[0]
        if scaling != model.scaling.method:
            model = replace(model, scaling=replace(model.scaling, method=scaling))
        model = replace(
            model,
            name=f"{model.name}-draw-{number}",
            aggregation=(variant.means[0], variant.means[1]),
            status="A draw",
        )
        touched = {*draw.columns, *(j for _, j, _ in draw.cells)}
        perturbed = tuple(self.model.uses[j].id for j in sorted(touched))
        return Replay(
            number,
            model,
            variant.name,
            perturbed,
            dict(zip(self.partners, draw.scores.tolist(), strict=True)),
        )

    def rows(self) -> list[dict[str, Any]]:
        """One mapping for each partner, by nominal rank."""
        s = self.statistics
        return [
            {
                "rank": int(self.nominal[i]),
                "partner": self.partners[i],
                "name": self.names[i],
                "rank_mean": float(s.mean[i]),
                "rank_median": float(s.median[i]),
                "rank_q05": float(s.q05[i]),
                "rank_q95": float(s.q95[i]),
                "top10": float(self.probabilities[i, :10].sum()),
            }
            for i in np.argsort(self.nominal, kind="stable")
        ]

    def to_frame(self) -> "pd.DataFrame":
        """One row for each partner, by nominal rank."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "draws": self.draws.draws,
            "seed": self.draws.seed,
            "variants": {
                v.name: int(c)
                for v, c in zip(self.problem.variants, self.draws.variants, strict=True)
            },
            "provenance": self.provenance.to_dict(),
            "outranks": [
                {"first": a, "second": b, "probability": p} for (a, b), p in self.pairs.items()
            ],
            "partners": self.rows(),
        }


@dataclass(frozen=True, slots=True)
class Replay:
    """One draw again.

    Parameters
    ----------
    number
        Of the draw.
    model
        The nominal model with the draw's weights, scaling and means.
    variant
        Name of the way of scaling and aggregating.
    perturbed
        Indicators whose values differ in this draw (measurement error, stand-ins).
    scores
        Score of each partner.
    """

    number: int
    model: "PropensityModel"
    variant: str
    perturbed: tuple[str, ...]
    scores: dict[str, float]


def rank_intervals(
    scores: "Scores",
    draws: int,
    seed: int,
    uncertainty: Uncertainty,
    *,
    pairs: Sequence[tuple[int, int]] = (),
    keep: bool = False,
    run_options: dict[str, Any] | None = None,
) -> RankIntervals:
    """Draw and rank; see :meth:`comity.Scores.rank_intervals`.

    Raises
    ------
    RecipeError
        If the uncertainty names a step that the model cannot run; nothing is skipped.
    InputError
        If more draws are to be kept than memory should hold.
    """
    rows = scores.order[np.argsort(scores.order)]
    if not len(rows):
        raise RecipeError("No partner is scored, so there is nothing to rank.")
    if keep:
        _refuse_too_many(draws, len(rows))
    problem = build_problem(scores, rows, uncertainty)
    place = {int(row): i for i, row in enumerate(rows)}
    for row in {row for pair in pairs for row in pair}:
        if row not in place:
            raise InputError(f"{scores.names[row]} is not scored, so it has no rank.")
    within = [(place[a], place[b]) for a, b in pairs]
    result = run(problem, draws=draws, seed=seed, keep=keep, pairs=within, **(run_options or {}))
    probabilities = (result.outranks / draws).tolist()
    named = {
        (scores.partners[a], scores.partners[b]): p
        for (a, b), p in zip(pairs, probabilities, strict=True)
    }
    return RankIntervals(
        model=scores.model,
        partners=tuple(scores.partners[i] for i in rows),
        names=tuple(scores.names[i] for i in rows),
        nominal=scores.rank[rows],
        statistics=rank_statistics(result.counts),
        draws=result,
        problem=problem,
        uncertainty=uncertainty,
        pairs=named,
        provenance=replace(
            scores.provenance,
            seed=seed,
            assumed=scores.provenance.assumed + _assumptions(uncertainty, problem),
        ),
    )


def _refuse_too_many(draws: int, partners: int) -> None:
    """Kept draws lie in memory; ranks alone need no more for a million draws than for a thousand."""
    most = KEPT_MOST // partners
    if draws > most:
        raise InputError(
            f"{draws:,} draws of {partners} partners are too many to keep; saving, matching "
            f"and the brief keep them. Ask for {most:,} draws at most."
        )


def _assumptions(uncertainty: Uncertainty, problem: RankProblem) -> tuple[str, ...]:
    noise = uncertainty.weights
    said = [f"Weights vary at both levels: {noise.kind} {noise.size:g} (Comity default is 10)."]
    if len(problem.variants) > 1:
        said.append("Each draw takes one of: " + ", ".join(v.name for v in problem.variants) + ".")
    if problem.errors is not None:
        said.append(
            f"{len(problem.errors.columns)} indicators vary by their publisher's standard error, "
            "independently of each other."
        )
    if problem.donors is not None:
        said.append(
            f"{len(problem.donors.cells)} missing values are drawn from partners of the same "
            "World Bank region and income group."
        )
    said.append("Coverage rules are applied once, at the nominal weights.")
    return tuple(said)
