"""Section 383: are the parts of assessment, monitoring and evaluation there?"""

from dataclasses import dataclass
from datetime import date, timedelta

from comity.authorities.dated import parameter
from comity.authorities.gates.result import Clock, GateReason, GateResult, told
from comity.terms.authority import Outcome

NAME = "ame-383"
TITLE = "Parts of assessment, monitoring and evaluation (10 USC 383)"
LAW = "10 USC 383"


@dataclass(frozen=True, slots=True)
class EvaluationFacts:
    """Which parts exist; what is left open is not known.

    Parameters
    ----------
    partner_requirements, risks, baseline, indicators
        The four parts of the initial assessment.
    progress_monitored, outcomes_monitored
        Monitoring of execution and, as far as possible, of outcomes.
    efficiency_evaluated, effectiveness_evaluated
        Both criteria of the evaluation.
    lessons, recommendations, earlier_lessons_used
        Lessons learned, recommendations, and lessons since 11 September 2001 used in the design.
    standards_followed
        International best practice and interagency standards.
    funds_identified
        AM&E money shown in the consolidated budget.
    evaluation_ended_on, summary_published_on
        Of the evaluation and of its public summary.
    """

    partner_requirements: bool | None = None
    risks: bool | None = None
    baseline: bool | None = None
    indicators: bool | None = None
    progress_monitored: bool | None = None
    outcomes_monitored: bool | None = None
    efficiency_evaluated: bool | None = None
    effectiveness_evaluated: bool | None = None
    lessons: bool | None = None
    recommendations: bool | None = None
    earlier_lessons_used: bool | None = None
    standards_followed: bool | None = None
    funds_identified: bool | None = None
    evaluation_ended_on: date | None = None
    summary_published_on: date | None = None


PARTS = (
    ("partner_requirements", "initial assessment: partner capability requirements", "(b)(1)(A)"),
    ("risks", "initial assessment: programmatic risks", "(b)(1)(A)"),
    ("baseline", "initial assessment: baseline", "(b)(1)(A)"),
    ("indicators", "initial assessment: indicators of efficacy", "(b)(1)(A)"),
    ("progress_monitored", "monitoring: progress of execution", "(b)(1)(B)"),
    ("outcomes_monitored", "monitoring: outcomes, as far as possible", "(b)(1)(B)"),
    ("efficiency_evaluated", "evaluation: efficiency", "(b)(1)(C)"),
    ("effectiveness_evaluated", "evaluation: effectiveness", "(b)(1)(C)"),
    ("lessons", "lessons learned", "(b)(1)(D)"),
    ("recommendations", "recommendations", "(b)(1)(D)"),
    ("earlier_lessons_used", "lessons of efforts since 11 September 2001 used", "(b)(1)(E)"),
    ("standards_followed", "best practice and interagency standards", "(b)(2)"),
    ("funds_identified", "money identified in the consolidated budget", "(c)(2)"),
)


def judge(facts: EvaluationFacts, on: date) -> GateResult:
    """Say which parts of the program are there."""
    reasons = [
        told(
            getattr(facts, name),
            good=f"{text}: present",
            bad=f"{text}: missing",
            open_=f"{text}: not entered",
            citation=f"{LAW}{place}",
        )
        for name, text, place in PARTS
    ]
    if on < date(2016, 12, 23):
        reasons = [GateReason(Outcome.UNKNOWN, f"section 383 was not yet law on {on}", LAW)]
    clocks = _clocks(facts)
    reasons += _summary(facts, on, clocks)
    return GateResult(NAME, on, tuple(reasons), clocks)


def _clocks(facts: EvaluationFacts) -> tuple[Clock, ...]:
    if facts.evaluation_ended_on is None:
        return ()
    value = parameter("evaluation-summary-days").get(facts.evaluation_ended_on)
    if value is None:
        return ()
    by = facts.evaluation_ended_on + timedelta(days=value.value)
    return (Clock("public summary of the evaluation (recalled)", by, facts.summary_published_on),)


def _summary(facts: EvaluationFacts, on: date, clocks: tuple[Clock, ...]) -> list[GateReason]:
    """A summary is a duty of the section; its 90 days are reported of the instruction, not read."""
    cited = f"{LAW}(d)(2)"
    if facts.evaluation_ended_on is None:
        return []
    if facts.summary_published_on is not None:
        return [GateReason(Outcome.PASS, "public summary published", cited)]
    if clocks and clocks[0].late_on(on):
        text = f"no public summary; the recalled limit was {clocks[0].by}: check the instruction"
        return [GateReason(Outcome.UNKNOWN, text, cited)]
    return [GateReason(Outcome.UNKNOWN, "public summary still to come", cited)]
