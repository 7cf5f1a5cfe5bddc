"""Rank intervals: how far ranks depend on what is uncertain."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin, origin
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Draws, Seed
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked
from comity_web.assess.endpoints.scores import described
from comity_web.assess.scored import DRAWS, SEED
from comity_web.site.computed import computed
from comity_web.world.groups import own_members

router = Router()


class DrawsAsked(Asked):
    """Scores, and how many draws."""

    draws: Draws = DRAWS
    seed: Seed = SEED


class DrawsAskedWithModel(AskedWithModel):
    """The same with a model of your own."""

    draws: Draws = DRAWS
    seed: Seed = SEED


class IntervalRow(Schema):
    """One partner's rank over the draws."""

    rank: int = Field(description="Without any uncertainty.")
    partner: str
    name: str
    rank_mean: float
    rank_median: float
    rank_q05: float
    rank_q95: float
    top10: float = Field(description="Share of draws in which it is among the first ten.")


class IntervalsAnswer(Schema):
    """Rank intervals with everything uncertain at once."""

    model: str
    status: str
    digest: str
    year: int
    group: str | None
    draws: int
    seed: int
    variants: dict[str, int] = Field(description="Draws with each way of scaling and averaging.")
    provenance: Origin
    partners: list[IntervalRow]


@router.get(
    "/rank-intervals",
    response=IntervalsAnswer,
    auth=Needs(Permission.READ),
    summary="Rank intervals by a model or scenario",
    openapi_extra=AS_TABLE,
)
def read_rank_intervals(request: HttpRequest, asked: Query[DrawsAsked], form: Query[Format]) -> Any:
    """Draw weights, scalings, means, measurement error and missing values, and rank each time."""
    return _answer(request, asked, form)


@router.post(
    "/rank-intervals",
    response=IntervalsAnswer,
    auth=Needs(Permission.READ),
    summary="Rank intervals by a model of your own",
    openapi_extra=AS_TABLE,
)
def compute_rank_intervals(
    request: HttpRequest, asked: DrawsAskedWithModel, form: Query[Format]
) -> Any:
    """The same with a model that is sent along; nothing is saved."""
    return _answer(request, asked, form)


def _answer(request: HttpRequest, asked: DrawsAsked | DrawsAskedWithModel, form: Format) -> Any:
    scores = scores_asked(request, asked)
    found = _drawn(scores, asked.draws, asked.seed)
    if wants_csv(request, form):
        return csv_answer(found.rows(), f"rank-intervals-{scores.year}")
    told = found.to_dict()
    return described(scores) | {
        "draws": told["draws"],
        "seed": told["seed"],
        "variants": told["variants"],
        "provenance": origin(found.provenance, scores.model.indicators),
        "partners": told["partners"],
    }


def _drawn(scores: Scores, draws: int, seed: int) -> RankIntervals:
    asked = (scores.year, scores.group, own_members(scores.group))
    key = ("intervals", scores.model.digest, scores.provenance.data, *asked, draws, seed)
    return computed(key, lambda: scores.rank_intervals(draws=draws, seed=seed))
