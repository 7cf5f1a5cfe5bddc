"""Funding against what priority and propensity would lead one to expect."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.assess.funding import funding_of, self_paying
from comity.assess.matching import Matches
from comity.assess.scores import Scores
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin, origin
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line, Seed, Share, Year
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked
from comity_web.assess.endpoints.scores import described
from comity_web.assess.priorities import priorities_of
from comity_web.assess.scored import SEED
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members

router = Router()
Amount = Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)]
Figure = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
#: Draws are kept while they are compared, so there may be fewer than for intervals.
DRAWS, DRAWS_MOST = 1000, 5000


class Matching(Schema):
    """How funding is compared."""

    funding_series: list[Line] = Field(
        [], max_length=20, description="Series of the panel to add up; the default's where none."
    )
    funding_first: Year | None = Field(None, description="First fiscal year of the mean.")
    funding_last: Year | None = None
    balance: Share = Field(0.5, description="Weight of priority in what is expected.")
    threshold: Share = Field(0.25, description="Gap in percentile ranks that is flagged.")
    include_self_paying: bool = Field(
        False, description="Compare partners of high income that are hardly funded as well."
    )
    draws: int = Field(DRAWS, ge=0, le=DRAWS_MOST, description="For certainty; 0 for none.")
    seed: Seed = SEED


class MatchesAsked(Asked, Matching):
    """What is compared."""


class MatchesAskedWithModel(AskedWithModel, Matching):
    """What is compared, with figures of your own."""

    priority: dict[str, Figure] = Field(
        default_factory=dict,
        max_length=300,
        description="Your priorities by partner; only the order matters. The site's where none.",
    )
    funding: dict[str, Amount] = Field(
        default_factory=dict, max_length=300, description="Your funding by partner."
    )


class MatchRow(Schema):
    """One partner; shares are percentile ranks among those compared."""

    partner: str
    name: str
    label: str
    certainty: float | None = Field(description="Share of draws with the same label.")
    gap: float = Field(description="Funding rank less the expected one.")
    flagged: bool
    priority: float
    priority_rank: float
    propensity_rank: float
    funding: float
    funding_rank: float
    expected_rank: float
    expected_funding: float


class MatchesAnswer(Schema):
    """Funding against priority and propensity, widest gap first."""

    model: str
    status: str
    digest: str
    year: int
    group: str | None
    balance: float
    threshold: float
    about: list[str] = Field(description="What priority and funding are; read it first.")
    left_out: list[str]
    provenance: Origin
    partners: list[MatchRow]


@router.get(
    "/matches",
    response=MatchesAnswer,
    auth=Needs(Permission.READ),
    summary="Funding against priority and propensity",
    openapi_extra=AS_TABLE,
)
def read_matches(request: HttpRequest, asked: Query[MatchesAsked], form: Query[Format]) -> Any:
    """Compare funding with what priority and propensity lead one to expect."""
    return _answer(request, asked, asked, {}, {}, form)


@router.post(
    "/matches",
    response=MatchesAnswer,
    auth=Needs(Permission.READ),
    summary="The same with your own model, priorities or funding",
    openapi_extra=AS_TABLE,
)
def compute_matches(request: HttpRequest, asked: MatchesAskedWithModel, form: Query[Format]) -> Any:
    """Compare with figures that are sent along; nothing is saved."""
    return _answer(request, asked, asked, asked.priority, asked.funding, form)


def _answer(
    request: HttpRequest,
    asked: Asked,
    how: Matching,
    priority: dict[str, float],
    funding: dict[str, float],
    form: Format,
) -> Any:
    scores = scores_asked(request, asked)
    found, about, series = _matched(scores, how, priority, funding)
    if wants_csv(request, form):
        return csv_answer(found.rows(), f"matches-{scores.year}")
    return described(scores) | {
        "balance": found.balance,
        "threshold": found.threshold,
        "about": about,
        "left_out": found.left_out,
        "provenance": origin(found.provenance, (*scores.model.indicators, *series)),
        "partners": found.rows(),
    }


def _matched(
    scores: Scores, how: Matching, priority: dict[str, float], funding: dict[str, float]
) -> tuple[Matches, list[str], tuple[str, ...]]:
    """Match, kept like every answer of the site."""
    figures, about, stamp = priority, "Priority: your own.", repr(sorted(priority.items()))
    if not priority:
        held = priorities_of(scores.year, scores.group)
        figures, about, stamp = dict(held.figures), held.about, held.stamp
    asked = (scores.year, scores.group, own_members(scores.group), stamp, sorted(funding.items()))
    way = [getattr(how, name) for name in Matching.model_fields]
    key = ("api matches", scores.model.digest, scores.provenance.data, *asked, way)
    return computed(key, lambda: _match_now(scores, how, figures, funding, about))


def _match_now(
    scores: Scores,
    how: Matching,
    figures: dict[str, float],
    funding: dict[str, float],
    about: str,
) -> tuple[Matches, list[str], tuple[str, ...]]:
    amounts, about_funding, series = _amounts(scores, how, funding)
    gone = {} if funding or how.include_self_paying else self_paying(amounts, scores.year)
    gone = {partner: why for partner, why in gone.items() if partner in scores.partners}
    # The draws are needed for certainty only and are large, so they are not kept.
    drawn = scores.rank_intervals(how.draws, how.seed, keep=True) if how.draws else None
    found = scores.match(
        figures,
        amounts,
        intervals=drawn,
        balance=how.balance,
        threshold=how.threshold,
        leave_out=gone,
    )
    if gone:
        about_funding += (
            f" {len(gone)} partners of high income that are hardly funded are not compared "
            "(a Comity default)."
        )
    return found, [about, about_funding], series


def _amounts(
    scores: Scores, how: Matching, given: dict[str, float]
) -> tuple[dict[str, float], str, tuple[str, ...]]:
    if given:
        return given, "Funding: your own.", ()
    years = None
    if how.funding_first is not None or how.funding_last is not None:
        first = how.funding_first or how.funding_last or scores.year
        years = (first, how.funding_last or first)
    found = funding_of(panel(), scores.year, series=how.funding_series, years=years)
    amounts = {p: found.amounts[p] for p in scores.partners if p in found.amounts}
    first, last = found.years
    about = f"Funding: {' + '.join(found.series)}, yearly mean FY{first}-{last}, {found.unit}. {found.note}"
    return amounts, about, found.series
