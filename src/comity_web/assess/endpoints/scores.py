"""Scores: what a model says of each partner."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.assess.scores import Scores
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin, origin
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked

router = Router()


class ScoreRow(Schema):
    """One partner's score."""

    rank: int | None = Field(description="1 is the highest propensity; null where not scored.")
    partner: str
    name: str
    score: float | None
    coverage: float = Field(description="Share of the constructs' weight that is observed.")
    constructs: dict[str, float | None]
    flags: list[str] = Field(description="What rests on little, and why a partner is not scored.")


class ScoresAnswer(Schema):
    """Scores; a screening aid, not a forecast."""

    model: str
    status: str = Field(description="Who stands behind the model's choices.")
    digest: str
    year: int
    group: str | None
    provenance: Origin
    partners: list[ScoreRow]


@router.get(
    "/scores",
    response=ScoresAnswer,
    auth=Needs(Permission.READ),
    summary="Scores by a model or scenario",
    openapi_extra=AS_TABLE,
)
def read_scores(request: HttpRequest, asked: Query[Asked], form: Query[Format]) -> Any:
    """Score partners for one year, best first and those not scored last."""
    return _answer(request, scores_asked(request, asked), form)


@router.post(
    "/scores",
    response=ScoresAnswer,
    auth=Needs(Permission.READ),
    summary="Scores by a model of your own",
    openapi_extra=AS_TABLE,
)
def compute_scores(request: HttpRequest, asked: AskedWithModel, form: Query[Format]) -> Any:
    """Score with a model that is sent along; nothing is saved."""
    return _answer(request, scores_asked(request, asked), form)


def described(scores: Scores) -> dict[str, Any]:
    """Return what every answer about scores says of its question."""
    model = scores.model
    return {
        "model": model.name,
        "status": model.status,
        "digest": model.digest,
        "year": scores.year,
        "group": scores.group,
        "provenance": origin(scores.provenance, model.indicators),
    }


def _answer(request: HttpRequest, scores: Scores, form: Format) -> Any:
    rows = scores.rows()
    if wants_csv(request, form):
        return csv_answer(rows, f"scores-{scores.year}")
    ids = [construct.id for construct in scores.model.constructs]
    partners = [
        {name: row[name] for name in row if name not in ids}
        | {"constructs": {name: row[name] for name in ids}}
        for row in rows
    ]
    return described(scores) | {"partners": partners}
