"""A mechanism is a chain: authority, money, program, process. One broken link breaks it.

RAND's security cooperation mechanisms join resources, authorities, programs and processes
(RR-413, RR-1438); the checks on each link are Comity's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.conditions import notify
from comity.authorities.finder import find
from comity.authorities.judgement import Judgement
from comity.authorities.programs import Account, Money, Program, accounts, programs
from comity.authorities.query import Query, fiscal_year
from comity.terms.authority import Certainty, Outcome, Verdict
from comity.terms.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: holds, is broken, or is not known, with the reason."""

    name: str
    what: str
    outcome: Outcome
    why: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Mechanism:
    """The four links of one way to do it.

    Parameters
    ----------
    authority, program
        Id of the record, and id of the program (empty where none is recorded).
    links
        authority, money, program, process.
    """

    authority: str
    program: str
    links: tuple[Link, ...]

    @property
    def outcome(self) -> Outcome:
        """Broken if one link is, unknown if one is not known, else whole."""
        outcomes = {link.outcome for link in self.links}
        for outcome in (Outcome.FAIL, Outcome.UNKNOWN):
            if outcome in outcomes:
                return outcome
        return Outcome.PASS

    @property
    def broken(self) -> tuple[Link, ...]:
        """The links that are broken."""
        return tuple(link for link in self.links if link.outcome is Outcome.FAIL)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "authority": self.authority,
            "program": self.program or None,
            "outcome": self.outcome.value,
            "broken": [link.name for link in self.broken],
            "links": [
                {
                    "link": link.name,
                    "what": link.what,
                    "outcome": link.outcome.value,
                    "why": link.why,
                    "certainty": link.certainty.value,
                }
                for link in self.links
            ],
            "disclaimer": DISCLAIMER,
        }


def mechanisms(
    query: Query,
    *,
    authority: str = "",
    program: str = "",
    money: Sequence[Money] = (),
    lead_days: int | None = None,
    book: Catalogue | None = None,
) -> tuple[Mechanism, ...]:
    """Build the chain of every authority that is not ruled out, or of the one that is named.

    Parameters
    ----------
    query
        What the planner wants to do; ``today`` matters for the process link.
    authority, program
        Only this one.
    money
        Appropriations that the user entered.
    lead_days
        The program's lead time as the user knows it; takes the place of the recorded one.
    book
        The catalogue; Comity's own when left out.

    Returns
    -------
    tuple of Mechanism
        Whole chains first, then unknown, then broken.

    Raises
    ------
    UnknownName
        If there is no such authority or program.
    """
    book = chosen(book)
    if program and program not in programs():
        raise UnknownName("program", program, programs())
    answer = find(query, book)
    if authority:
        judged = [answer[book[authority].id]]
    else:
        judged = [*answer.usable, *answer.conditional, *answer.to_check]
    found = [
        _mechanism(judgement, run, query, money)
        for judgement in judged
        for run in _programs_of(judgement.authority.id, program, lead_days)
    ]
    rank = {Outcome.PASS: 0, Outcome.UNKNOWN: 1, Outcome.FAIL: 2}
    return tuple(sorted(found, key=lambda m: rank[m.outcome]))


def _programs_of(authority: str, wanted: str, lead_days: int | None) -> Sequence[Program | None]:
    found = [p for p in programs().values() if authority in p.authorities]
    if lead_days is not None:
        found = [
            replace(p, lead_days=lead_days, lead_text="as entered", certainty=Certainty.VERIFIED)
            for p in found
        ]
    if wanted:
        return [p for p in found if p.id == wanted]
    return found or [None]


def _mechanism(
    judgement: Judgement, program: Program | None, query: Query, money: Sequence[Money]
) -> Mechanism:
    record = judgement.authority
    account = _account(record.id, program)
    links = (
        _authority_link(judgement),
        _money_link(account, record.account, query, money),
        _program_link(program, query),
        _process_link(judgement, query),
    )
    return Mechanism(record.id, program.id if program else "", links)


def _account(authority: str, program: Program | None) -> Account | None:
    if program is not None:
        return accounts()[program.account]
    return next((a for a in accounts().values() if authority in a.authorities), None)


def _authority_link(judgement: Judgement) -> Link:
    record = judgement.authority
    outcome = {
        Verdict.USABLE: Outcome.PASS,
        Verdict.CONDITIONAL: Outcome.PASS,
        Verdict.CHECK: Outcome.UNKNOWN,
        Verdict.NOT_USABLE: Outcome.FAIL,
    }[judgement.verdict]
    what = f"{record.citation}: {record.name}"
    why = f"{judgement.verdict.value}: {judgement.reasons[0]}"
    return Link("authority", what, outcome, why, record.certainty)


def _money_link(account: Account | None, told: str, query: Query, money: Sequence[Money]) -> Link:
    year = fiscal_year(query.on)
    if account is None:
        why = "no account is recorded for this authority"
        return Link("money", told or "not recorded", Outcome.UNKNOWN, why, Certainty.UNKNOWN)
    outcome, why = _year_of(account, year, query, money)
    if outcome is Outcome.FAIL and account.certainty is Certainty.RECALLED:
        entered = any(m.account == account.id and m.fiscal_year == year for m in money)
        outcome = outcome if entered else Outcome.UNKNOWN
    return Link("money", account.name, outcome, why, account.certainty)


def _year_of(
    account: Account, year: int, query: Query, money: Sequence[Money]
) -> tuple[Outcome, str]:
    if year < account.first_year or (account.last_year is not None and year > account.last_year):
        span = f"{account.first_year} to {account.last_year or 'today'}"
        return Outcome.FAIL, f"it has no money in fiscal year {year}: it ran in {span}"
    if account.no_money:
        return Outcome.PASS, account.note
    entered = [m for m in money if m.account == account.id and m.fiscal_year == year]
    if not entered:
        return Outcome.UNKNOWN, f"no appropriation of fiscal year {year} was entered"
    total = sum(m.usd for m in entered)
    if total <= 0 or (query.amount is not None and total < query.amount):
        return Outcome.FAIL, f"fiscal year {year} holds USD {total:,}, less than is asked"
    return Outcome.PASS, f"fiscal year {year} holds USD {total:,}"


def _program_link(program: Program | None, query: Query) -> Link:
    if program is None:
        why = "no program is recorded for this authority"
        return Link("program", "not recorded", Outcome.UNKNOWN, why, Certainty.UNKNOWN)
    what = f"{program.name} ({program.runs})"
    if program.lead_days is None:
        why = "its lead time is not recorded"
        return Link("program", what, Outcome.UNKNOWN, why, program.certainty)
    ask_by = query.on - timedelta(days=program.lead_days)
    told = f"ask {program.lead_days} days before, so by {ask_by} ({program.lead_text})"
    outcome = _as_sure(_in_time(ask_by, query.today), program.certainty)
    if query.today is not None and ask_by < query.today:
        sure = program.certainty is Certainty.VERIFIED
        told += "; that day is past" + ("" if sure else ": check the lead time")
    return Link("program", what, outcome, told, program.certainty)


def _in_time(last: date, today: date | None) -> Outcome:
    if today is None:
        return Outcome.UNKNOWN
    return Outcome.FAIL if last < today else Outcome.PASS


def _as_sure(outcome: Outcome, certainty: Certainty) -> Outcome:
    """A break that is only recalled asks for a check; it never closes the door."""
    recalled = certainty in {Certainty.RECALLED, Certainty.UNKNOWN}
    return Outcome.UNKNOWN if outcome is Outcome.FAIL and recalled else outcome


def _process_link(judgement: Judgement, query: Query) -> Link:
    """Concurrence, then the notice that must be out before the start."""
    record = judgement.authority
    state = record.approval.state or "State's role not recorded"
    what = (
        f"approval of {', '.join(record.approval.approvers) or 'nobody recorded'} (State: {state})"
    )
    clocks = [notify(notice, query, record.certainty) for notice in record.notices]
    days = [step.by for step, n in zip(clocks, record.notices, strict=True)
            if step and step.by and n.timing == "before" and not n.when.startswith("if ")]  # fmt: skip
    if not days:
        known = record.approval.level != "unknown"
        outcome = Outcome.PASS if known else Outcome.UNKNOWN
        return Link("process", what, outcome, "no notice runs before the start", record.certainty)
    first = min(days)
    why = f"the first notice must be out by {first}"
    if query.today is not None and first < query.today:
        why += f", which is past; the earliest start is {_earliest(query, first)}"
    return Link("process", what, _in_time(first, query.today), why, record.certainty)


def _earliest(query: Query, first: date) -> date:
    assert query.today is not None  # asked only where today is known
    return query.today + (query.on - first)
