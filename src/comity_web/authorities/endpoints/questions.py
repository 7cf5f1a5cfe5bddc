"""A question to the finder, as programs send it."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from comity.cli.shared_question import Package, package_of
from comity_web.answers.sent import Sent
from comity_web.answers.values import Line
from comity_web.authorities.endpoints.days import Day, day_or_today

Dollars = Annotated[int, Field(ge=1, le=10**12)]
Words = Annotated[list[Line], Field(max_length=30)]


class Question(Schema):
    """What a planner wants to do, with whom, when and for how much."""

    purpose: Line = Field("", description="Open where left out.")
    partner: Line = Field("", description="Any name or code; any partner where left out.")
    amount: Dollars | None = Field(None, description="US dollars in a fiscal year.")
    project: Dollars | None = Field(None, description="Dearest single construction project, US$.")
    on: Day | None = Field(None, description="First day; today where left out.")
    until: Day | None = Field(None, description="Last day, sustainment included.")
    aim: Line = ""
    listed: Words = Field([], description="Restriction lists on which the partner is.")
    cleared: Words = Field([], description="Lists on which you looked and it is not; all for all.")
    groups: Words = Field([], description="Groups to which it belongs.")
    not_groups: Words = Field([], description="Groups to which it does not.")
    today: Day | None = Field(None, description="Day from which time is counted.")


class Need(Sent):
    """One part of a package."""

    activity: Line = Field(min_length=1, examples=["train"])
    recipient: Line = Field("military", min_length=1)


def package(question: Question, needs: list[tuple[str, str]]) -> Package:
    """Return the question as the finder takes it.

    Raises
    ------
    UnknownName, InputError
        If a word, a day or the partner cannot be read.
    """
    given = question.dict()
    asked: dict[str, Any] = {
        "activities": (),
        "recipients": (),
        "pairs": tuple(f"{activity}:{recipient}" for activity, recipient in needs),
        "amount": _text(given["amount"]),
        "project": _text(given["project"]),
        "on": day_or_today(given["on"]).isoformat(),
        "until": _text(given["until"]),
        "today": _text(given["today"]),
    }
    plain = ("purpose", "partner", "aim", "listed", "cleared", "groups", "not_groups")
    return package_of(asked | {name: given[name] for name in plain})


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
