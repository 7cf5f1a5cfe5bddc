"""Section 333: is the notice to Congress complete, and does it leave 15 days?

Nine fields. Seven are always needed; field 7 (sustainment past five years) and field 8 (construction
above the paperwork threshold) have triggers.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from comity.authorities.dated import parameter
from comity.authorities.gates.result import Clock, GateReason, GateResult, told
from comity.terms.authority import Outcome

NAME = "notice-333"
TITLE = "Completeness of a section 333 notice: nine fields, two certifications, fifteen days"
LAW = "10 USC 333"


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """The notice, field by field; empty text is a missing field.

    Parameters
    ----------
    country_unit_and_support
        Field 1: country and specific unit; amount, type and purpose.
    absorption
        Field 2: evaluation of the capacity of country and unit to absorb.
    cost_and_schedule
        Field 3: cost, timeline, delivery schedule.
    sustainment
        Field 4: arrangements, estimated cost, source of funds after completion.
    prior_assistance
        Field 5: assistance of the three preceding fiscal years.
    strategy
        Field 6: theater plan and integrated country strategy elements.
    long_sustainment_justification, long_sustainment_transition
        Field 7, where sustainment runs past five years.
    construction_list, construction_dd1391, construction_masterplan
        Field 8, where a project costs more than the threshold.
    other_authorities
        Field 9: whether other authorities could do it, and which.
    sustainment_years
        Length of sustainment; triggers field 7.
    dearest_project
        US dollars; triggers field 8. Zero where nothing is built.
    rights_certified, institutions_certified
        The two certifications before the start.
    state_concurred, state_prepared_notice
        Concurrence, and preparation of the notice with State.
    submitted_on, starts_on
        Of the notice, and of the activities.
    """

    country_unit_and_support: str = ""
    absorption: str = ""
    cost_and_schedule: str = ""
    sustainment: str = ""
    prior_assistance: str = ""
    strategy: str = ""
    long_sustainment_justification: str = ""
    long_sustainment_transition: str = ""
    construction_list: str = ""
    construction_dd1391: str = ""
    construction_masterplan: str = ""
    other_authorities: str = ""
    sustainment_years: int | None = None
    dearest_project: int | None = None
    rights_certified: bool | None = None
    institutions_certified: bool | None = None
    state_concurred: bool | None = None
    state_prepared_notice: bool | None = None
    submitted_on: date | None = None
    starts_on: date | None = None


ALWAYS = (
    (1, "country_unit_and_support", "country and unit; amount, type and purpose"),
    (2, "absorption", "capacity of country and unit to absorb"),
    (3, "cost_and_schedule", "cost, timeline and delivery schedule"),
    (4, "sustainment", "sustainment arrangements, cost and source of funds"),
    (5, "prior_assistance", "assistance of the three preceding fiscal years"),
    (6, "strategy", "theater plan and integrated country strategy elements"),
    (9, "other_authorities", "other authorities that could be used, and which"),
)
YEARS_FIELDS = (
    ("long_sustainment_justification", "justification of sustainment past five years"),
    ("long_sustainment_transition", "transition plan (to the extent practicable)"),
)
WORKS_FIELDS = (
    ("construction_list", "location, title and cost of each project"),
    ("construction_dd1391", "DD Form 1391 for each project"),
    ("construction_masterplan", "five-year masterplan of the location"),
)


def judge(facts: NoticeFacts, on: date) -> GateResult:
    """Say whether the notice may go out, and whether activities may start."""
    reasons = [_field(facts, number, name, text) for number, name, text in ALWAYS]
    reasons += _triggered_by_years(facts, on) + _triggered_by_works(facts, on)
    reasons += _agreements(facts)
    reasons.sort(key=lambda reason: reason.text)
    clocks = _clocks(facts, on)
    reasons += _fifteen_days(facts, on, clocks)
    return GateResult(NAME, on, tuple(reasons), clocks)


def _field(facts: NoticeFacts, number: int, name: str, text: str) -> GateReason:
    filled = bool(str(getattr(facts, name)).strip())
    outcome = Outcome.PASS if filled else Outcome.FAIL
    state = "present" if filled else "missing"
    return GateReason(outcome, f"field {number} {state}: {text}", f"{LAW}(e)({number})")


def _triggered_by_years(facts: NoticeFacts, on: date) -> list[GateReason]:
    limit = parameter("sustainment-years").on(on).value
    if facts.sustainment_years is None:
        text = "field 7 open: the years of sustainment are not entered"
        return [GateReason(Outcome.UNKNOWN, text, f"{LAW}(e)(7)")]
    if facts.sustainment_years <= limit:
        text = (
            f"field 7 not needed: {facts.sustainment_years} years of sustainment, not over {limit}"
        )
        return [GateReason(Outcome.PASS, text, f"{LAW}(e)(7)")]
    return [_field(facts, 7, name, text) for name, text in YEARS_FIELDS]


def _triggered_by_works(facts: NoticeFacts, on: date) -> list[GateReason]:
    limit = parameter("construction-paperwork").on(on).value
    if facts.dearest_project is None:
        text = "field 8 open: the cost of the dearest construction project is not entered"
        return [GateReason(Outcome.UNKNOWN, text, f"{LAW}(e)(8)")]
    if facts.dearest_project <= limit:
        text = f"field 8 not needed: no project above USD {limit:,}"
        return [GateReason(Outcome.PASS, text, f"{LAW}(e)(8)")]
    ceiling = parameter("small-scale-construction").on(on).value
    found = [_field(facts, 8, name, text) for name, text in WORKS_FIELDS]
    if facts.dearest_project > ceiling:
        text = f"field 8: USD {facts.dearest_project:,} is above the ceiling of USD {ceiling:,}"
        found.append(GateReason(Outcome.FAIL, text, "10 USC 301(8)"))
    return found


def _agreements(facts: NoticeFacts) -> list[GateReason]:
    asked = (
        ("rights_certified", "certification of rights and rule-of-law training", "(c)(3)"),
        ("institutions_certified", "certification of institutional capacity building", "(c)(4)"),
        ("state_concurred", "concurrence of the Secretary of State", "(b)(1)"),
        ("state_prepared_notice", "notice prepared with the Secretary of State", "(b)(4)"),
    )
    return [
        told(
            getattr(facts, name),
            good=f"{text}: given",
            bad=f"{text}: missing",
            open_=f"{text}: not entered",
            citation=f"{LAW}{place}",
        )
        for name, text, place in asked
    ]


def _clocks(facts: NoticeFacts, on: date) -> tuple[Clock, ...]:
    if facts.starts_on is None:
        return ()
    days = parameter("chapter-16-notice-days").on(on).value
    by = facts.starts_on - timedelta(days=days)
    return (Clock("notice to the six committees", by, facts.submitted_on),)


def _fifteen_days(facts: NoticeFacts, on: date, clocks: tuple[Clock, ...]) -> list[GateReason]:
    if not clocks:
        text = "waiting time open: the first day of the activities is not entered"
        return [GateReason(Outcome.UNKNOWN, text, f"{LAW}(e)")]
    clock = clocks[0]
    if clock.late_on(on):
        told_ = f"submitted {clock.done}" if clock.done else "not submitted"
        text = f"the notice must be out by {clock.by}; it is {told_}"
        return [GateReason(Outcome.FAIL, text, f"{LAW}(e)")]
    if facts.submitted_on is None:
        text = f"the notice must be out by {clock.by}"
        return [GateReason(Outcome.UNKNOWN, text, f"{LAW}(e)")]
    text = f"submitted {facts.submitted_on}, in time for the start on {facts.starts_on}"
    return [GateReason(Outcome.PASS, text, f"{LAW}(e)")]
