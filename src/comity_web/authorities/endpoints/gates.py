"""Gates: Leahy, notices, construction, caps and others, asked with facts."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from comity.authorities.gates.facts import build_facts
from comity.authorities.gates.form import forms
from comity.authorities.gates.registry import gate
from comity_web.access.permissions import Permission
from comity_web.answers.needs import Needs
from comity_web.answers.sent import Sent
from comity_web.answers.values import SMALL, Line
from comity_web.authorities.endpoints.days import Day, day_or_today

router = Router()
GateName = Annotated[Line, Field(examples=["leahy"])]
Number = Annotated[int, Field(ge=-SMALL * 1000, le=SMALL * 1000)]
Fact = bool | Number | Line | Annotated[list[Number], Field(max_length=100)] | None


class FactField(Schema):
    """One fact that a gate asks for."""

    name: str
    kind: str = Field(description="yes or no, day, number, numbers, choice or text.")
    choices: list[str]
    help: str


class GateRow(Schema):
    """A gate with the facts that it asks for."""

    name: str
    title: str
    facts: list[FactField]


class Facts(Sent):
    """What is known; what is left out is not known."""

    facts: dict[str, Fact] = Field(default_factory=dict, max_length=50)
    on: Day | None = Field(None, description="The day; today where left out.")


class GateAnswer(Schema):
    """Pass, fail or unknown, with the reasons."""

    gate: str
    on: str
    outcome: str
    reasons: list[dict[str, str]]
    clocks: list[dict[str, Any]] = Field(description="Days that run.")
    certainty: str
    disclaimer: str


@router.get(
    "/authorities/gates",
    response=list[GateRow],
    auth=Needs(Permission.READ),
    summary="Gates and the facts that they ask for",
)
def list_gates(request: HttpRequest) -> Any:  # noqa: ARG001
    """Return every gate."""
    return forms()


@router.post(
    "/authorities/gates/{name}",
    response=GateAnswer,
    auth=Needs(Permission.READ),
    summary="Ask a gate",
)
def ask_gate(request: HttpRequest, name: GateName, given: Facts) -> Any:  # noqa: ARG001
    """Return whether a gate passes, fails or does not know; nothing is saved."""
    chosen = gate(name)
    facts = build_facts(given.facts, chosen.facts)
    return chosen.judge(facts, day_or_today(given.on)).to_dict()
