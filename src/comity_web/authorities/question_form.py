"""The planner's question as a form whose address says everything: what, with whom, when, how much."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from comity.authorities.combine import MOST_NEEDS
from comity.authorities.membership import belongs
from comity.authorities.query import Query
from comity.authorities.vocabulary import word, words
from comity.cli.shared_partner_status import Told
from comity.terms.errors import ComityError
from comity.terms.partner_status import PartnerStatus
from comity_web.authorities.statuses import status_of
from comity_web.authorities.word_fields import (
    amount_field,
    day_field,
    partner_field,
    today,
    word_field,
)

#: Groups on which a provision turns, so that a planner may correct what Comity knows of them.
GROUPS = (
    "NATO", "MNNA", "NATO+5", "PfP", "OAS", "Africa", "AFRICOM", "CENTCOM", "INDOPACOM",
    "Middle East", "Latin America and Caribbean", "Western Hemisphere",
)  # fmt: skip
MILITARY = "military"
EXAMPLE_AHEAD = 120  # days
ROWS = 3  # rows for further parts that an empty form offers
MANY = ("listed", "cleared", "group", "not_group")


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of what a planner tells of the partner: a list or group, and where it is ticked."""

    name: str
    meaning: str
    first: bool
    second: bool


class QuestionForm(forms.Form):
    """The question; after ``is_valid`` the parts are in ``needs``, the first of them in ``first``."""

    purpose = word_field("purpose", help_text="What the partner's forces shall be able to do.")
    partner = partner_field(help_text="The country whose forces or offices receive it.")
    on = day_field(label="First day", help_text="The law of this day is asked.")
    amount = amount_field(help_text="US dollars in a fiscal year: 5M, 750k.")
    until = day_field(label="Last day", help_text="With sustainment.")
    aim = word_field("aim", open_="open", help_text="Why the United States does it.")
    project = amount_field("project cost", label="Dearest construction project")
    today = day_field(label="Count time from", help_text="Today when left open.")

    def __init__(self, data: QueryDict) -> None:
        given = data.copy()
        if not given.get("on"):
            given["on"] = today().isoformat()
        super().__init__(given)
        self.asked = any(data.getlist("activity"))
        self.pairs = list(_pairs(data.getlist("activity"), data.getlist("recipient")))
        self.told: dict[str, list[str]] = {name: _given(data, name) for name in MANY}
        self.needs: tuple[Query, ...] = ()
        self.status: PartnerStatus | None = None

    @property
    def first(self) -> Query:
        """The question, where there is only one."""
        return self.needs[0]

    def clean(self) -> dict[str, Any]:
        """Build the questions; every refusal of the library stands at the form."""
        found = super().clean() or {}
        if self.errors:
            return found
        try:
            self.pairs = [(word("activity", a), word("recipient", r)) for a, r in self.pairs]
            self.status = self._status(found)
            self.needs = tuple(self._query(found, *pair) for pair in self.pairs)
        except ComityError as error:
            self.add_error(None, str(error))
        if len(self.needs) > MOST_NEEDS:
            self.add_error(None, f"A package has at most {MOST_NEEDS} parts.")
        return found

    def _status(self, found: dict[str, Any]) -> PartnerStatus | None:
        if not found["partner"]:
            if any(self.told.values()):
                self.add_error("partner", "Lists and groups are told of a partner: choose it.")
            return None
        told = self.told
        cleared = told["cleared"]
        if "all" in cleared:
            cleared = [name for name in words("list") if name not in told["listed"]]
        return status_of(
            found["partner"],
            found["on"],
            Told(tuple(told["listed"]), tuple(cleared), tuple(told["group"]), tuple(told["not_group"])),
        )  # fmt: skip

    def _query(self, found: dict[str, Any], activity: str, recipient: str) -> Query:
        return Query(
            activity,
            found["on"],
            purpose=found["purpose"] or "",
            partner=self.status,
            recipient=recipient,
            amount=found["amount"],
            project=found["project"],
            until=found["until"],
            aim=found["aim"] or "",
            today=found["today"] or today(),
        )

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The parts that were asked, then empty ones to fill in."""
        return [*self.pairs, *[("", MILITARY)] * max(1, ROWS - len(self.pairs))]

    @property
    def refusals(self) -> list[str]:
        """Everything that is wrong, in sentences."""
        return [str(error) for errors in self.errors.values() for error in errors]

    @property
    def words(self) -> dict[str, Any]:
        """The words to choose from, by kind."""
        return {kind: words(kind) for kind in ("activity", "recipient")}

    @property
    def glossary(self) -> list[tuple[str, Any]]:
        """Every word with its meaning."""
        kinds = ("activity", "purpose", "recipient", "aim")
        return [(kind.capitalize(), words(kind).items()) for kind in kinds]

    @property
    def lists(self) -> list[Mark]:
        """The restriction lists, with what is told of them."""
        return self._marks(words("list"), "listed", "cleared")

    @property
    def groups(self) -> list[Mark]:
        """The groups on which provisions turn, with what is told of them and what Comity knows."""
        return self._marks({name: self._known(name) for name in GROUPS}, "group", "not_group")

    def _known(self, group: str) -> str:
        known = belongs(self.status, group) if self.status else None
        return {True: "belongs", False: "does not belong", None: "not known"}[known]

    def _marks(self, names: Any, first: str, second: str) -> list[Mark]:
        one, other = self.told[first], self.told[second]
        return [Mark(n, meaning, n in one, n in other) for n, meaning in names.items()]

    @property
    def tells_more(self) -> bool:
        """Whether something is told that the form keeps folded away."""
        folded = ("until", "aim", "project", "today")
        return any(self.told.values()) or any(self.data.get(name) for name in folded)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The question as it stands in an address: nothing empty, words and partner settled."""
        found = [pair for a, r in self.pairs for pair in (("activity", a), ("recipient", r))]
        for name in ("purpose", "partner", "aim"):
            found += _one(name, self.cleaned_data.get(name))
        for name in ("amount", "project", "on", "until", "today"):
            found += _one(name, self.data.get(name, "").strip())
        return found + [(name, value) for name in MANY for value in self.told[name]]

    @property
    def query(self) -> str:
        """The question as the query of an address."""
        return urlencode(self.parameters)

    def query_of(self, need: Query) -> str:
        """Return the address's query for one part of a package alone."""
        rest = [(k, v) for k, v in self.parameters if k not in {"activity", "recipient"}]
        return urlencode([("activity", need.activity), ("recipient", need.recipient), *rest])


def settled(data: QueryDict, form: QuestionForm, others: Iterable[str]) -> str | None:
    """Return the address's query where it should be written otherwise, else nothing.

    Parameters
    ----------
    data
        What came.
    form
        The valid form made of it.
    others
        Names that are no part of the question and stay as they came, if they say something.
    """
    kept = [(k, v) for k in others for v in _given(data, k)]
    wanted = [*form.parameters, *kept]
    came = [(k, v) for k, values in data.lists() for v in values]
    return None if sorted(came) == sorted(wanted) else urlencode(wanted)


def _pairs(activities: list[str], recipients: list[str]) -> Iterable[tuple[str, str]]:
    """Pair each activity with the recipient beside it; a row without an activity is no part."""
    for activity, recipient in zip_longest(activities, recipients, fillvalue=""):
        if activity:
            yield activity, recipient or MILITARY


def _given(data: QueryDict, name: str) -> list[str]:
    return [value for value in data.getlist(name) if value]


def _one(name: str, value: Any) -> list[tuple[str, str]]:
    return [(name, str(value))] if value else []


def example_day() -> date:
    """Return a day some months ahead, for the examples that an empty page offers."""
    return today() + timedelta(days=EXAMPLE_AHEAD)
