"""Ready studies: what they ask, what is claimed, and whether their data are here."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.paging import Page, Paging, page_of
from comity_web.answers.values import Line
from comity_web.evaluate.study_cards import StudyCard, study_card, study_cards

router = Router()


class StudyRow(Schema):
    """A ready study in one line."""

    name: str
    title: str
    question: str
    variants: dict[str, str] = Field(description="Each way to measure, by its id.")
    runs: str = Field(description="The way that runs with the data that are here; empty if none.")
    missing: list[str] = Field(description="What would bring more data, one command each.")


class StudyClaim(Schema):
    """A claim of the literature."""

    id: str
    claim: str
    scope: str
    certainty: str = Field(description="verified, or recalled and to be checked.")
    citation: str


class StudyQuestion(Schema):
    """One question that is asked of the data."""

    id: str
    question: str
    claim: str = Field(description="Id of the claim; empty for a question of Comity's own.")
    expect: str = Field(description="less, more, none, small or described.")
    reading: str
    unit: str


class StudyFull(StudyRow):
    """A whole study."""

    design: str
    limits: list[str]
    claims: list[StudyClaim]
    questions: list[StudyQuestion]
    needs: dict[str, list[dict[str, Any]]] = Field(
        description="Every indicator of each way to measure, with source, licence and vintage."
    )


@router.get(
    "/studies", response=Page[StudyRow], auth=Needs(Permission.READ), summary="Ready studies"
)
def list_studies(request: HttpRequest, paging: Query[Paging]) -> Any:
    """Return the studies that come with Comity."""
    return page_of(request, study_cards(), paging, _row)


@router.get(
    "/studies/{name}", response=StudyFull, auth=Needs(Permission.READ), summary="One ready study"
)
def read_study(request: HttpRequest, name: Line) -> Any:  # noqa: ARG001
    """Return a study with its claims, questions, data and limits."""
    card = study_card(name)
    plain = ("id", "question", "claim", "expect", "reading", "unit")
    return _row(card) | {
        "design": card.study.design,
        "limits": card.study.limits,
        "claims": [
            {
                "id": one.claim.id,
                "claim": one.claim.claim,
                "scope": one.claim.scope,
                "certainty": one.claim.certainty.value,
                "citation": one.source.citation,
            }
            for one in card.claims
        ],
        "questions": [{n: getattr(check, n) for n in plain} for check in card.study.check],
        "needs": {v: [n.to_dict() for n in found] for v, found in card.entry.needs.items()},
    }


def _row(card: StudyCard) -> dict[str, Any]:
    return {
        "name": card.study.id,
        "title": card.study.title,
        "question": card.study.question,
        "variants": card.entry.variants,
        "runs": card.entry.runs,
        "missing": [one.how for one in card.missing],
    }
