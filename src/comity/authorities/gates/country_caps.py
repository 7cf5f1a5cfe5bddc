"""Country caps: does a planned amount still fit under the yearly limits of one country?"""

from dataclasses import dataclass
from datetime import date

from comity.authorities.dated import DatedParameter, parameter
from comity.authorities.gates.result import GateReason, GateResult
from comity.terms.authority import Certainty, Outcome

NAME = "country-caps"
TITLE = "Yearly limits of one country: special waiver, liaison officers, cadets, office size"

CITATION = "22 USC 2364 (FAA 614); 10 USC 312; 10 USC 347; 22 USC 2321i (FAA 515)"


@dataclass(frozen=True, slots=True)
class CountryCapFacts:
    """Planned and already used, for one country in one fiscal year; leave out what is not planned.

    Parameters
    ----------
    waiver_planned, waiver_used
        US dollars under the special waiver authority (FAA 614).
    active_aggression
        Whether the country is a victim of active aggression, which lifts the lower limit.
    liaison_officer_cost
        US dollars for the dearest liaison officer (10 USC 312).
    foreign_cadets
        Cadets of all countries in one academy with this plan (10 USC 347).
    office_members
        Members of the armed forces in the cooperation office (FAA 515).
    office_exempt
        Whether the country is on the list without the limit of members.
    """

    waiver_planned: int | None = None
    waiver_used: int | None = None
    active_aggression: bool | None = None
    liaison_officer_cost: int | None = None
    foreign_cadets: int | None = None
    office_members: int | None = None
    office_exempt: bool | None = None


def judge(facts: CountryCapFacts, on: date) -> GateResult:
    """Compare every amount that was entered with the limit that held on the day."""
    reasons = [
        *_waiver(facts, on),
        *_simple(facts.liaison_officer_cost, parameter("T10-312.cap"), on, "a liaison officer"),
        *_simple(facts.foreign_cadets, parameter("academy-foreign-cadets"), on, "foreign cadets"),
        *_office(facts, on),
    ]
    if not reasons:
        reasons = [GateReason(Outcome.UNKNOWN, "no amount was entered", CITATION)]
    return GateResult(NAME, on, tuple(reasons))


def _compare(amount: int, limit: DatedParameter, on: date, what: str) -> GateReason:
    value = limit.get(on)
    if value is None:
        text = f"{what}: no limit is recorded for {on}"
        return GateReason(Outcome.UNKNOWN, text, limit.citation)
    sure = value.certainty_on(on)
    text = f"{what}: {amount:,} against a limit of {value.value:,} ({sure.value})"
    if sure is Certainty.UNKNOWN:
        why = f"{text}; what the limit was before {value.seen} was not read"
        return GateReason(Outcome.UNKNOWN, why, limit.citation)
    fits = amount <= value.value
    return GateReason(Outcome.PASS if fits else Outcome.FAIL, text, limit.citation)


def _simple(amount: int | None, limit: DatedParameter, on: date, what: str) -> list[GateReason]:
    return [] if amount is None else [_compare(amount, limit, on, what)]


def _waiver(facts: CountryCapFacts, on: date) -> list[GateReason]:
    if facts.waiver_planned is None:
        return []
    total = facts.waiver_planned + (facts.waiver_used or 0)
    limit = parameter("special-waiver-country")
    found = [
        _compare(total, parameter("special-waiver-country-total"), on, "special waiver, in all")
    ]
    first = _compare(total, limit, on, "special waiver")
    if first.outcome is Outcome.FAIL and facts.active_aggression is not False:
        open_ = facts.active_aggression is None
        text = f"{first.text}; lifted for a victim of active aggression"
        outcome = Outcome.UNKNOWN if open_ else Outcome.PASS
        first = GateReason(outcome, text + (" (not entered)" if open_ else ""), limit.citation)
    found.insert(0, first)
    if facts.waiver_used is None:
        text = "special waiver: what was already used this year is not entered"
        found.append(GateReason(Outcome.UNKNOWN, text, limit.citation))
    return found


def _office(facts: CountryCapFacts, on: date) -> list[GateReason]:
    if facts.office_members is None:
        return []
    limit = parameter("cooperation-office-members")
    reason = _compare(facts.office_members, limit, on, "members of the cooperation office")
    if reason.outcome is not Outcome.FAIL or facts.office_exempt is False:
        return [reason]
    if facts.office_exempt:
        return [
            GateReason(Outcome.PASS, "the country is on the list without the limit", limit.citation)
        ]
    text = f"{reason.text}; whether the country is exempt is not entered (else 30 days' notice)"
    return [GateReason(Outcome.UNKNOWN, text, limit.citation)]
