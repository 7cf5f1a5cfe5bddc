"""Why a partner scores as it does."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field
from typing_extensions import TypedDict

from comity.assess.explanation import line_row
from comity.terms.errors import InputError
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.origin import Origin
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import PartnerName
from comity_web.assess.endpoints.asked import Asked, AskedWithModel, scores_asked
from comity_web.assess.endpoints.scores import described

router = Router()


class PartnerAsked(Asked):
    """Whose score."""

    partner: PartnerName


class PartnerAskedWithModel(AskedWithModel):
    """Whose score, by a model of your own."""

    partner: PartnerName


class LineRow(TypedDict):
    """What one indicator does to the score."""

    construct: str  # a member of that name stands in the way of a Schema
    indicator: str
    title: str
    unit: str
    value: float | None
    observed: Annotated[int | None, Field(description="Year of the value.")]
    age: int | None
    scaled: float | None
    weight: Annotated[float, Field(description="Share of the score that it carries.")]
    contribution: Annotated[float, Field(description="Points that it adds to the baseline.")]
    imputed: bool
    source: str
    vintage: str | None


class ExplanationAnswer(Schema):
    """A score taken apart: baseline plus all contributions is the score."""

    model: str
    status: str
    digest: str
    year: int
    group: str | None
    partner: str
    name: str
    score: float
    rank: int
    baseline: float
    constructs: dict[str, float]
    lines: list[LineRow]
    missing: list[str]
    provenance: Origin


@router.get(
    "/explanation",
    response=ExplanationAnswer,
    auth=Needs(Permission.READ),
    summary="Why a partner scores as it does",
    openapi_extra=AS_TABLE,
)
def read_explanation(request: HttpRequest, asked: Query[PartnerAsked], form: Query[Format]) -> Any:
    """Take a score apart, exactly, indicator by indicator."""
    return _answer(request, asked, form)


@router.post(
    "/explanation",
    response=ExplanationAnswer,
    auth=Needs(Permission.READ),
    summary="Why a partner scores as it does by a model of your own",
    openapi_extra=AS_TABLE,
)
def compute_explanation(
    request: HttpRequest, asked: PartnerAskedWithModel, form: Query[Format]
) -> Any:
    """The same with a model that is sent along."""
    return _answer(request, asked, form)


def _answer(request: HttpRequest, asked: PartnerAsked | PartnerAskedWithModel, form: Format) -> Any:
    scores = scores_asked(request, asked)
    row = scores.row(asked.partner)
    if scores.rank[row] == 0:
        raise InputError(f"{scores.names[row]} is not scored: {'; '.join(scores.flags[row])}.")
    found = scores.explain(scores.partners[row])
    if wants_csv(request, form):
        return csv_answer([line_row(one) for one in found.lines], f"explanation-{found.partner}")
    return described(scores) | found.to_dict()
