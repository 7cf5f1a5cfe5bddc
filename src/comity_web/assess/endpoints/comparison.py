"""Two sets of scores compared: who moved, and why."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.assess.comparison import compare
from comity.assess.scores import Scores
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin, origin
from comity_web.answers.sent import Sent
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Key, Line, Year
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked

router = Router()


class ComparisonAsked(Asked):
    """The first set, and how the second differs."""

    with_year: Year | None = None
    with_group: Line | None = None
    with_model: Line | None = None
    with_scenario: Key | None = None


class ComparisonAskedWithModel(Sent):
    """Two sets of scores."""

    before: AskedWithModel
    after: AskedWithModel


class MoveRow(Schema):
    """How one partner moved."""

    partner: str
    name: str
    moved: int = Field(description="Places gained; negative where lost.")
    rank_before: int
    rank_after: int
    score_before: float
    score_after: float
    constructs: dict[str, float | None] = Field(description="Change of each construct's score.")


class ComparisonAnswer(Schema):
    """Moves of all partners scored in both, widest first."""

    before: str
    after: str
    correlation: float | None = Field(description="Spearman's, of the ranks.")
    moves: list[MoveRow]
    left_out: list[str] = Field(description="Partners scored in only one of the two.")
    dropped: list[str] = Field(description="Indicators that the second does not use.")
    provenance: dict[str, Origin]


@router.get(
    "/comparison",
    response=ComparisonAnswer,
    auth=Needs(Permission.READ),
    summary="Compare two years, groupings, models or scenarios",
    openapi_extra=AS_TABLE,
)
def read_comparison(
    request: HttpRequest, asked: Query[ComparisonAsked], form: Query[Format]
) -> Any:
    """Compare; what `with_...` leaves out is as in the first set."""
    names = ("year", "group", "model", "scenario")
    second = {name: getattr(asked, f"with_{name}") or getattr(asked, name) for name in names}
    before, after = scores_asked(request, asked), scores_asked(request, Asked(**second))
    return _answer(request, before, after, form)


@router.post(
    "/comparison",
    response=ComparisonAnswer,
    auth=Needs(Permission.READ),
    summary="Compare with a model of your own",
    openapi_extra=AS_TABLE,
)
def compute_comparison(
    request: HttpRequest, asked: ComparisonAskedWithModel, form: Query[Format]
) -> Any:
    """Compare two questions in full."""
    before, after = scores_asked(request, asked.before), scores_asked(request, asked.after)
    return _answer(request, before, after, form)


def _answer(request: HttpRequest, before: Scores, after: Scores, form: Format) -> Any:
    found = compare(before, after)
    if wants_csv(request, form):
        return csv_answer(found.rows(), "comparison")
    return found.to_dict() | {
        "provenance": {
            "before": origin(before.provenance, before.model.indicators),
            "after": origin(after.provenance, after.model.indicators),
        }
    }
