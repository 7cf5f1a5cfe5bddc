"""Child soldiers: may this kind of help go to a government that may be listed?"""

from dataclasses import dataclass
from datetime import date, timedelta

from comity.authorities.dated import parameter
from comity.authorities.gates.result import Clock, GateReason, GateResult, clock_reasons
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

NAME = "child-soldiers"
TITLE = "Child Soldiers Prevention Act (22 USC 2370c-1)"
LAW = "22 USC 2370c-1"
BARRED = ("excess-articles", "imet", "peacekeeping", "fmf", "commercial-licence")
UNCLEAR = ("section-333", "section-331")
WAIVERS = ("none", "full", "partial", "unknown")


@dataclass(frozen=True, slots=True)
class ChildSoldierFacts:
    """What is known of the year's list.

    Parameters
    ----------
    assistance
        ``excess-articles``, ``imet``, ``peacekeeping``, ``fmf``, ``commercial-licence``,
        ``section-333``, ``section-331`` or ``other``.
    listed
        Whether the government is on the list of the year.
    waiver
        ``none``, ``full``, ``partial`` (this help is in it) or ``unknown``.
    excepted
        Whether it is help for demobilisation or professionalisation under the act's exceptions.
    waived_on, reported_on
        Of the waiver, and of its report.
    """

    assistance: str = ""
    listed: bool | None = None
    waiver: str = "unknown"
    excepted: bool | None = None
    waived_on: date | None = None
    reported_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse words that mean nothing here."""
        known = (*BARRED, *UNCLEAR, "other", "")
        if self.assistance not in known:
            raise InputError(
                f"assistance is one of {', '.join(known[:-1])}, not {self.assistance!r}."
            )
        if self.waiver not in WAIVERS:
            raise InputError(f"waiver is one of {', '.join(WAIVERS)}, not {self.waiver!r}.")


def judge(facts: ChildSoldierFacts, on: date) -> GateResult:
    """Say whether the help may go ahead."""
    clocks: tuple[Clock, ...] = ()
    if facts.waived_on is not None:
        days = parameter("child-soldier-waiver-report-days").on(facts.waived_on).value
        by = facts.waived_on + timedelta(days=days)
        clocks = (Clock("report of the waiver", by, facts.reported_on),)
    reasons = [_main(facts), *clock_reasons(clocks, on, LAW)]
    return GateResult(NAME, on, tuple(reasons), clocks)


def _main(facts: ChildSoldierFacts) -> GateReason:
    if facts.listed is False:
        return GateReason(Outcome.PASS, "the government is not on the list", LAW)
    if facts.assistance == "other":
        text = "the bar names five tools; this is none of them"
        return GateReason(Outcome.PASS, text, LAW)
    if facts.listed is None or not facts.assistance:
        what = (
            "the list was not looked up"
            if facts.listed is None
            else "the kind of help is not entered"
        )
        return GateReason(Outcome.UNKNOWN, what, LAW)
    if facts.assistance in UNCLEAR:
        text = f"listed; whether the bar reaches {facts.assistance} is not clear: check"
        return GateReason(Outcome.UNKNOWN, text, LAW)
    return _listed(facts)


def _listed(facts: ChildSoldierFacts) -> GateReason:
    if facts.excepted:
        return GateReason(Outcome.PASS, "listed, but an exception of the act fits", LAW)
    if facts.waiver in {"full", "partial"}:
        text = f"listed, with a {facts.waiver} national-interest waiver"
        return GateReason(Outcome.PASS, text, LAW)
    if facts.waiver == "unknown" or facts.excepted is None:
        text = "listed; whether a waiver or an exception covers this is not entered"
        return GateReason(Outcome.UNKNOWN, text, LAW)
    return GateReason(Outcome.FAIL, f"listed, no waiver: {facts.assistance} is barred", LAW)
