"""Leahy: no help to a unit of which there is credible information of a gross violation.

Two laws that differ. DoD (10 USC 362): exceptions where all necessary corrective steps are taken or
in an emergency, and a waiver in extraordinary circumstances, each reported within 15 days. State
(22 USC 2378d): an exception where effective steps are under way, and no waiver.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from comity.authorities.dated import parameter
from comity.authorities.gates.result import Clock, GateReason, GateResult, clock_reasons, told
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

NAME = "leahy"
TITLE = "Leahy vetting of a unit (10 USC 362 and 22 USC 2378d)"
DOD, STATE = "10 USC 362", "22 USC 2378d (FAA 620M)"
LAWS = ("dod", "state", "both")
RESULTS = ("cleared", "credible information", "pending", "not asked")


@dataclass(frozen=True, slots=True)
class LeahyFacts:
    """What is known of a unit's vetting; what is left open is not known.

    Parameters
    ----------
    law
        Whose money: ``dod``, ``state`` or ``both``.
    vetting
        ``cleared``, ``credible information``, ``pending`` or ``not asked``.
    cleared_on, expires_on
        Of the clearance; the length of its life is the user's own.
    starts_on
        First day of the help.
    state_consulted
        DoD law: State's information was considered.
    corrective_steps_all
        DoD law: the government has taken all necessary corrective steps.
    emergency
        DoD law: needed for disaster relief, humanitarian or national-security emergency.
    extraordinary_waiver
        DoD law: the Secretary waived it for extraordinary circumstances.
    effective_steps
        State law: effective steps are under way to bring those responsible to justice.
    used_on, reported_on
        Day on which an exception or waiver was used, and day of its report.
    """

    law: str = "both"
    vetting: str = "not asked"
    cleared_on: date | None = None
    expires_on: date | None = None
    starts_on: date | None = None
    state_consulted: bool | None = None
    corrective_steps_all: bool | None = None
    emergency: bool | None = None
    extraordinary_waiver: bool | None = None
    effective_steps: bool | None = None
    used_on: date | None = None
    reported_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse words that mean nothing here."""
        for name, given, known in (("law", self.law, LAWS), ("vetting", self.vetting, RESULTS)):
            if given not in known:
                raise InputError(f"{name} is one of {', '.join(known)}, not {given!r}.")


def judge(facts: LeahyFacts, on: date) -> GateResult:
    """Say whether help to the unit may start."""
    clocks = _clocks(facts)
    reasons = []
    if facts.vetting == "credible information":
        reasons += _dod_violation(facts) if facts.law in {"dod", "both"} else []
        reasons += _state_violation(facts) if facts.law in {"state", "both"} else []
    else:
        reasons.append(_vetting(facts, on))
    reasons += clock_reasons(clocks, on, DOD)
    return GateResult(NAME, on, tuple(reasons), clocks)


def _citation(facts: LeahyFacts) -> str:
    return {"dod": DOD, "state": STATE}.get(facts.law, f"{DOD}; {STATE}")


def _vetting(facts: LeahyFacts, on: date) -> GateReason:
    cited = _citation(facts)
    if facts.vetting != "cleared":
        if facts.starts_on is not None and facts.starts_on <= on:
            text = f"help starts {facts.starts_on} and the vetting is {facts.vetting}"
            return GateReason(Outcome.FAIL, text, cited)
        return GateReason(Outcome.UNKNOWN, f"the vetting is {facts.vetting}", cited)
    start = facts.starts_on or on
    if facts.cleared_on is not None and facts.cleared_on > start:
        text = f"the unit is cleared only on {facts.cleared_on}, after the start on {start}"
        return GateReason(Outcome.FAIL, text, cited)
    if facts.expires_on is not None and facts.expires_on < start:
        text = f"the clearance expires {facts.expires_on}, before the start on {start}"
        return GateReason(Outcome.FAIL, text, cited)
    return GateReason(Outcome.PASS, "the unit is cleared", cited)


def _dod_violation(facts: LeahyFacts) -> list[GateReason]:
    grounds = {
        "all necessary corrective steps are taken": facts.corrective_steps_all,
        "it is needed in a disaster, humanitarian or national-security emergency": facts.emergency,
        "the Secretary waived it for extraordinary circumstances": facts.extraordinary_waiver,
    }
    met = [text for text, fact in grounds.items() if fact]
    if met:
        consulted = told(
            facts.state_consulted,
            good="State was consulted before the decision",
            bad="State was not consulted before the decision",
            open_="whether State was consulted is not entered",
            citation=DOD,
        )
        return [GateReason(Outcome.PASS, f"DoD: {met[0]}", DOD), consulted]
    if None in grounds.values():
        text = "DoD: credible information; whether an exception or the waiver fits is not entered"
        return [GateReason(Outcome.UNKNOWN, text, DOD)]
    return [GateReason(Outcome.FAIL, "DoD: credible information, no exception and no waiver", DOD)]


def _state_violation(facts: LeahyFacts) -> list[GateReason]:
    return [
        told(
            facts.effective_steps,
            good="State: effective steps are under way (determination and report needed)",
            bad="State: credible information and no effective steps; this law has no waiver",
            open_="State: credible information; whether effective steps are under way is not entered",
            citation=STATE,
        )
    ]


def _clocks(facts: LeahyFacts) -> tuple[Clock, ...]:
    if facts.used_on is None or facts.law == "state":
        return ()
    days = parameter("leahy-report-days").on(max(facts.used_on, date(2016, 12, 23))).value
    by = facts.used_on + timedelta(days=days)
    return (
        Clock("report of the exception or waiver to the six committees", by, facts.reported_on),
    )
