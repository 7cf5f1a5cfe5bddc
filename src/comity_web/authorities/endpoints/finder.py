"""Find authorities for what is to be done, and sets that carry a whole package."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity.authorities.answer_listing import DEFINITIONS, answer_listing
from comity.authorities.combine import QUICKEST, SMALLEST, combine
from comity.authorities.finder import find
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.sent import Sent
from comity_web.answers.tables import AS_TABLE, Format, csv_answer, wants_csv
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.catalogue import Facet
from comity_web.authorities.endpoints.questions import Need, Question, package
from comity_web.site.computed import computed

router = Router()
Values = Annotated[list[Line], Field(max_length=20)]


class FindQuestion(Question):
    """One activity for one recipient, and facets that narrow the answer."""

    activity: Line = Field(
        min_length=1, examples=["train"], description="A word of /authorities/words."
    )
    recipient: Line = Field("military", min_length=1)
    verdict: Values = []
    role: Values = []
    title: Values = []
    category: Values = []
    certainty: Values = []


class FindAnswer(Schema):
    """Every authority's answer, with the reason; none is left out in silence."""

    query: dict[str, Any]
    total: int
    number: int
    nothing_usable: bool
    judgements: list[dict[str, Any]] = Field(
        description="Best first: verdict, reasons, conditions with days, wait, certainty."
    )
    near_misses: list[dict[str, Any]]
    confirm_first: list[str] = Field(description="Lists on which nobody looked the partner up.")
    facets: list[Facet]
    disclaimer: str
    provenance: dict[str, Any]


class CombineQuestion(Question, Sent):
    """A package."""

    needs: list[Need] = Field(
        min_length=1, max_length=24, examples=[[{"activity": "train", "recipient": "military"}]]
    )
    quickest: bool = Field(False, description="The shortest wait before the fewest authorities.")
    sure_only: bool = Field(False, description="Without authorities that must be checked.")
    most: int = Field(3, ge=1, le=20, description="Number of sets.")


class CombineAnswer(Schema):
    """The best sets, cheapest first, and what nothing carries."""

    needs: list[dict[str, Any]]
    options: list[dict[str, Any]]
    uncovered: list[dict[str, Any]]
    weights: dict[str, Any]
    disclaimer: str
    provenance: dict[str, Any]


@router.get(
    "/authorities/find",
    response=FindAnswer,
    auth=Needs(Permission.READ),
    summary="Find authorities for an activity",
    openapi_extra=AS_TABLE,
)
def find_authorities(request: HttpRequest, asked: Query[FindQuestion], form: Query[Format]) -> Any:
    """Ask every record of the catalogue."""
    query = package(asked, [(asked.activity, asked.recipient)]).first
    given = {name: getattr(asked, name) for name in DEFINITIONS if getattr(asked, name)}
    found = answer_listing(find(query), given).to_dict()
    if wants_csv(request, form):
        return csv_answer(found["judgements"], "authorities-find")
    return found


@router.post(
    "/authorities/combinations",
    response=CombineAnswer,
    auth=Needs(Permission.READ),
    summary="Sets of authorities that carry a package",
)
def combine_authorities(request: HttpRequest, asked: CombineQuestion) -> Any:  # noqa: ARG001
    """Search the smallest or quickest sets for several activities and recipients."""
    needs = package(asked, [(need.activity, need.recipient) for need in asked.needs]).needs
    weights = QUICKEST if asked.quickest else SMALLEST
    sure, most = asked.sure_only, asked.most

    def make() -> dict[str, Any]:
        return combine(needs, weights=weights, allow_checks=not sure, most=most).to_dict()

    return computed(("api combinations", needs, weights, sure, most), make)
