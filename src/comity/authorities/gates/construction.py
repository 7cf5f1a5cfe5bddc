"""Small-scale construction: is each project within the ceiling of its day, with its papers?"""

from dataclasses import dataclass
from datetime import date

from comity.authorities.dated import parameter
from comity.authorities.gates.result import GateReason, GateResult, told
from comity.terms.authority import Outcome
from comity.terms.errors import DataMissing, InputError

NAME = "construction"
TITLE = "Ceiling and papers of small-scale construction (10 USC 301(8))"
LAW = "10 USC 301(8)"


@dataclass(frozen=True, slots=True)
class ConstructionFacts:
    """The projects.

    Parameters
    ----------
    projects
        Cost of each, in US dollars. Splitting one work into several does not make it small.
    papers_attached
        List, DD Form 1391 and masterplan for those above the paperwork threshold.
    parts_of_one_work
        Whether the projects are in truth one work.
    """

    projects: tuple[int, ...] = ()
    papers_attached: bool | None = None
    parts_of_one_work: bool | None = None

    def __post_init__(self) -> None:
        """Refuse costs that cannot be."""
        if any(cost <= 0 for cost in self.projects):
            raise InputError("projects are costs in US dollars above zero.")


def judge(facts: ConstructionFacts, on: date) -> GateResult:
    """Compare every project with the ceiling that held on the day."""
    if not facts.projects:
        reason = GateReason(Outcome.UNKNOWN, "no project was entered", LAW)
        return GateResult(NAME, on, (reason,))
    try:
        ceiling = parameter("small-scale-construction").on(on)
    except DataMissing as missing:
        return GateResult(NAME, on, (GateReason(Outcome.UNKNOWN, str(missing), LAW),))
    costs = (sum(facts.projects),) if facts.parts_of_one_work else facts.projects
    reasons = [_project(cost, ceiling.value, on) for cost in costs]
    reasons += _papers(facts, costs, on)
    return GateResult(NAME, on, tuple(reasons), certainty=ceiling.certainty)


def _project(cost: int, ceiling: int, on: date) -> GateReason:
    if cost <= ceiling:
        text = f"USD {cost:,} is within the ceiling of USD {ceiling:,} on {on}"
        return GateReason(Outcome.PASS, text, LAW)
    text = f"USD {cost:,} is above the ceiling of USD {ceiling:,} on {on}"
    return GateReason(Outcome.FAIL, text, LAW)


def _papers(facts: ConstructionFacts, costs: tuple[int, ...], on: date) -> list[GateReason]:
    threshold = parameter("construction-paperwork").get(on)
    if threshold is None or max(costs) <= threshold.value:
        return []
    what = f"list, DD Form 1391 and masterplan above USD {threshold.value:,}"
    return [
        told(
            facts.papers_attached,
            good=f"{what}: attached",
            bad=f"{what}: missing",
            open_=f"{what}: not entered",
            citation="10 USC 333(e)(8); 10 USC 331(c)(5)",
        )
    ]
