"""The options with which a planner says what to do, shared by every command that asks the finder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from itertools import product
from typing import Any, TypeVar

import click

from comity.authorities.query import Query, parse_day
from comity.authorities.vocabulary import whole_dollars, words
from comity.cli.shared_partner_status import Told, partner_status
from comity.terms.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that is wanted: one question for each activity and recipient."""

    needs: tuple[Query, ...]

    @property
    def first(self) -> Query:
        """The question, where there is only one."""
        return self.needs[0]


def _words(kind: str) -> str:
    return ", ".join(words(kind))


_OPTIONS = (
    click.option(
        "--activity",
        "activities",
        multiple=True,
        metavar="WORD",
        help=f"What to do; repeat it for a package. One of: {_words('activity')}.",
    ),
    click.option(
        "--need",
        "pairs",
        multiple=True,
        metavar="ACTIVITY:RECIPIENT",
        help="One part of a package exactly, such as institution-building:ministry; repeatable.",
    ),
    click.option("--purpose", default="", metavar="WORD", help=f"One of: {_words('purpose')}."),
    click.option("--partner", default="", metavar="NAME", help="Country, by any name or code."),
    click.option(
        "--recipient",
        "recipients",
        multiple=True,
        default=("military",),
        show_default=True,
        metavar="WORD",
        help=f"Who receives it; repeatable. One of: {_words('recipient')}.",
    ),
    click.option("--amount", metavar="USD", help="In a fiscal year: 5000000, 5M, 750k."),
    click.option("--project", metavar="USD", help="Dearest single construction project."),
    click.option("--on", "on", metavar="DAY", help="First day, 2027-03-01; today when left out."),
    click.option("--until", metavar="DAY", help="Last day, sustainment included."),
    click.option("--aim", default="", metavar="WORD", help=f"One of: {_words('aim')}."),
    click.option(
        "--listed", multiple=True, metavar="LIST", help="The partner is on this restriction list."
    ),
    click.option(
        "--cleared",
        multiple=True,
        metavar="LIST",
        help=f"You looked and it is not on it; 'all' clears every other list. Lists: {_words('list')}.",
    ),
    click.option(
        "--group", "groups", multiple=True, metavar="NAME", help="It belongs to this group."
    ),
    click.option("--not-group", "not_groups", multiple=True, metavar="NAME", help="It does not."),
    click.option(
        "--today", metavar="DAY", help="Day from which time is counted; today by default."
    ),
)


def question_options(function: Command) -> Command:
    """Add the options; the command gets them as ``package``."""

    @wraps(function)
    def with_package(*args: Any, **given: Any) -> Any:
        names = [option_name(option) for option in _OPTIONS]
        asked = {name: given.pop(name) for name in names}
        return function(*args, package=package_of(asked), **given)

    wrapped: Any = with_package
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


_NAMES = (
    "activities",
    "pairs",
    "purpose",
    "partner",
    "recipients",
    "amount",
    "project",
    "on",
    "until",
    "aim",
    "listed",
    "cleared",
    "groups",
    "not_groups",
    "today",
)


def option_name(option: Any) -> str:
    """Return the parameter name of one of the options."""
    return _NAMES[_OPTIONS.index(option)]


def package_of(asked: dict[str, Any]) -> Package:
    """Build the questions from what was typed.

    Raises
    ------
    UnknownName, InputError
        If a word, a day, an amount or the partner cannot be read.
    """
    on = parse_day(asked["on"]) if asked["on"] else date.today()
    partner = None
    told_of_partner = [k for k in ("listed", "cleared", "groups", "not_groups") if asked[k]]
    if told_of_partner and not asked["partner"]:
        raise InputError("Lists and groups are told of a partner; name it with --partner.")
    if asked["partner"]:
        cleared = tuple(asked["cleared"])
        if "all" in cleared:
            cleared = tuple(name for name in words("list") if name not in asked["listed"])
        told = Told(
            tuple(asked["listed"]), cleared, tuple(asked["groups"]), tuple(asked["not_groups"])
        )
        partner = partner_status(asked["partner"], on, told)
    needs = [
        Query(
            activity,
            on,
            purpose=asked["purpose"],
            partner=partner,
            recipient=recipient,
            amount=whole_dollars(asked["amount"]) if asked["amount"] else None,
            project=whole_dollars(asked["project"], "project cost") if asked["project"] else None,
            until=parse_day(asked["until"]) if asked["until"] else None,
            aim=asked["aim"],
            today=parse_day(asked["today"]) if asked["today"] else date.today(),
        )
        for activity, recipient in _pairs(asked)
    ]
    return Package(tuple(needs))


def _pairs(asked: dict[str, Any]) -> list[tuple[str, str]]:
    """Every activity for every recipient, then the parts that are given exactly."""
    found = list(product(asked["activities"], asked["recipients"]))
    for pair in asked["pairs"]:
        activity, sign, recipient = pair.partition(":")
        if not sign:
            raise InputError(f"{pair!r} is not a need; write it as activity:recipient.")
        found.append((activity, recipient))
    if not found:
        raise InputError(f"Say what to do with --activity or --need. One of: {_words('activity')}.")
    return found


def in_a_sentence(query: Query) -> str:
    """Say the question as a planner would."""
    who = query.partner.name or query.partner.code if query.partner else "any partner"
    parts = [f"{query.activity} for {query.recipient} of {who}"]
    if query.purpose:
        parts.append(f"purpose {query.purpose}")
    if query.amount:
        parts.append(f"USD {query.amount:,} in the fiscal year")
    parts.append(f"from {query.on}" + (f" until {query.until}" if query.until else ""))
    return ", ".join(parts)
