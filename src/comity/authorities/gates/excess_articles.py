"""Excess defense articles: do the conditions of section 516 hold for a grant?"""

from dataclasses import dataclass
from datetime import date, timedelta

from comity.authorities.dated import parameter
from comity.authorities.gates.result import Clock, GateReason, GateResult, told
from comity.terms.authority import Certainty, Outcome

NAME = "excess-articles"
TITLE = "Grant of excess defense articles (22 USC 2321j, FAA 516)"
LAW = "22 USC 2321j (FAA 516)"
NOTICE_DAYS = "FAA-516.notice-days"


@dataclass(frozen=True, slots=True)
class ExcessFacts:
    """What is known of the transfer.

    Parameters
    ----------
    justified
        The country was justified to Congress for excess articles in the year.
    existing_stock
        The articles come from existing stock.
    procurement_money
        Whether procurement money would be used, which is barred.
    harms_readiness, harms_industry
        Whether it would, which is barred.
    current_value, granted_this_year
        US dollars of this grant, and of all grants so far in the fiscal year.
    acquisition_value, significant_equipment
        US dollars when bought, and whether it is significant military equipment; trigger the notice.
    notified_on, transfer_on
        Of the notice and of the transfer.
    """

    justified: bool | None = None
    existing_stock: bool | None = None
    procurement_money: bool | None = None
    harms_readiness: bool | None = None
    harms_industry: bool | None = None
    current_value: int | None = None
    granted_this_year: int | None = None
    acquisition_value: int | None = None
    significant_equipment: bool | None = None
    notified_on: date | None = None
    transfer_on: date | None = None


ASKED = (
    ("justified", True, "the country is justified to Congress for the year"),
    ("existing_stock", True, "the articles come from existing stock"),
    ("procurement_money", False, "no procurement money is used"),
    ("harms_readiness", False, "readiness is not harmed"),
    ("harms_industry", False, "the industrial base is not harmed"),
)


def judge(facts: ExcessFacts, on: date) -> GateResult:
    """Say whether the grant may go ahead."""
    reasons = [_asked(getattr(facts, name), wanted, text) for name, wanted, text in ASKED]
    reasons.append(_ceiling(facts, on))
    clocks, notice = _notice(facts, on)
    reasons += notice
    return GateResult(NAME, on, tuple(reasons), clocks, Certainty.VERIFIED)


def _asked(fact: bool | None, wanted: bool, text: str) -> GateReason:
    answer = None if fact is None else fact is wanted
    return told(
        answer, good=text, bad=f"not so: {text}", open_=f"not entered: {text}", citation=LAW
    )


def _ceiling(facts: ExcessFacts, on: date) -> GateReason:
    limit = parameter("FAA-516.cap").get(on)
    if limit is None or facts.current_value is None or facts.granted_this_year is None:
        return GateReason(
            Outcome.UNKNOWN, "value, grants of the year or ceiling are not known", LAW
        )
    total = facts.current_value + facts.granted_this_year
    outcome = Outcome.PASS if total <= limit.value else Outcome.FAIL
    text = f"USD {total:,} of grants in the year against a ceiling of USD {limit.value:,}"
    return GateReason(outcome, text, LAW)


def _notice(facts: ExcessFacts, on: date) -> tuple[tuple[Clock, ...], list[GateReason]]:
    threshold = parameter("excess-articles-notice").get(on)
    large = None
    if threshold is not None and facts.acquisition_value is not None:
        large = facts.acquisition_value >= threshold.value
    needed = True if facts.significant_equipment or large else None
    if facts.significant_equipment is False and large is False:
        needed = False
    if needed is None:
        text = "whether 30 days' notice is due depends on value and kind, which are not entered"
        return (), [GateReason(Outcome.UNKNOWN, text, LAW)]
    if not needed:
        return (), [GateReason(Outcome.PASS, "no notice is due (recalled trigger)", LAW)]
    return _with_notice(facts, on)


def _with_notice(facts: ExcessFacts, on: date) -> tuple[tuple[Clock, ...], list[GateReason]]:
    if facts.transfer_on is None:
        text = "30 days' notice is due; the day of the transfer is not entered"
        return (), [GateReason(Outcome.UNKNOWN, text, LAW)]
    days = parameter(NOTICE_DAYS).on(on).value
    by = facts.transfer_on - timedelta(days=days)
    clock = Clock("notice to the four committees", by, facts.notified_on)
    if clock.late_on(on):
        state = f"it went {facts.notified_on}" if facts.notified_on else "it did not go"
        return (clock,), [GateReason(Outcome.FAIL, f"notice was due by {by}; {state}", LAW)]
    if facts.notified_on is None:
        return (clock,), [GateReason(Outcome.UNKNOWN, f"notice is due by {by}", LAW)]
    return (clock,), [GateReason(Outcome.PASS, f"notice went {facts.notified_on}", LAW)]
