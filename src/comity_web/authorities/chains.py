"""Chains of authority, money, program and process for the parts of a question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from comity.authorities.catalogue import catalogue
from comity.authorities.mechanism import Mechanism, mechanisms
from comity.authorities.programs import Money
from comity.authorities.query import Query
from comity.reports.figure import listed
from comity.terms.authority import Authority, Outcome

OUTCOMES = {
    Outcome.PASS: "whole",
    Outcome.UNKNOWN: "with a link that is not known",
    Outcome.FAIL: "broken",
}


@dataclass(frozen=True, slots=True)
class Chain:
    """One mechanism for one part of the question, with its record."""

    need: Query
    mechanism: Mechanism
    record: Authority


def chains(
    needs: Sequence[Query],
    *,
    authority: str,
    program: str,
    money: Sequence[Money],
    lead_days: int | None,
) -> list[Chain]:
    """Build the chains of every part, whole ones first within each.

    Raises
    ------
    UnknownName
        If there is no such authority or program.
    """
    return [
        Chain(need, found, catalogue()[found.authority])
        for need in needs
        for found in mechanisms(
            need, authority=authority, program=program, money=money, lead_days=lead_days
        )
    ]


def in_numbers(found: Sequence[Chain]) -> str:
    """Say how many chains are whole, not known and broken."""
    counts = Counter(chain.mechanism.outcome for chain in found)
    return listed([f"{counts[o]} {words}" for o, words in OUTCOMES.items() if counts[o]])
