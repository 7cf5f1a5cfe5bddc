"""What the finder says of one authority, and how near a miss it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.conditions import Condition
from comity.authorities.finding import Finding
from comity.terms.authority import Answer, Authority, Certainty, Validity, Verdict

# Rules on which a miss tells a planner something; those of the first group come first.
SHARP = ("bar", "ceiling", "aim", "exclusion", "developing")
TELLING = (*SHARP, "recipient", "purpose", "validity", "activity", "partner")
LATELY = 3 * 366  # days; a Comity default: what ended earlier is history, not a near miss


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the finder says of one authority.

    Parameters
    ----------
    authority
        The record.
    verdict
        usable, usable with conditions, check, or not usable.
    findings
        What each rule says; those that are not a plain yes carry the reason.
    conditions
        Steps with dates; empty where the verdict is not usable.
    wait
        Days that must run before the start.
    leaning
        For ``check``: ``yes``, ``no`` or ``open``.
    role
        ``acts`` (can carry the activity), ``companion`` (only beside another), ``money`` (an
        account), ``supports`` or ``restricts``.
    """

    authority: Authority
    verdict: Verdict
    findings: tuple[Finding, ...]
    conditions: tuple[Condition, ...] = ()
    wait: int = 0
    leaning: str = ""
    role: str = "acts"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why: what stands in the way first, then what must hold."""
        order = (Answer.NO, Answer.CHECK, Answer.IF)
        told = [f for f in self.findings if f.why and f.answer in order and f.rule != "list"]
        told.sort(key=lambda finding: order.index(finding.answer))
        reasons = [f"{finding.rule}: {finding.why}" for finding in told]
        lists = dict.fromkeys(f.why for f in self.findings if f.rule == "list")
        if lists:
            reasons.append(f"lists: confirm that the partner is on none of {', '.join(lists)}")
        return tuple(reasons) or ("every rule is met",)

    @property
    def looseness(self) -> int:
        """How many conditions hang on what is asked; 0 where the provision is made for it."""
        asked = {"activity", "purpose", "recipient", "partner"}
        return sum(f.rule in asked and f.answer is not Answer.YES for f in self.findings)

    @property
    def misses(self) -> tuple[Finding, ...]:
        """The findings that stand in the way, also where they are only recalled."""
        return tuple(
            f for f in self.findings if f.answer is Answer.NO
            or (f.answer is Answer.CHECK and f.leaning == "no")
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        record = self.authority
        return {
            "id": record.id,
            "citation": record.citation,
            "name": record.name,
            "verdict": self.verdict.value,
            "leaning": self.leaning or None,
            "role": self.role,
            "certainty": record.certainty.value,
            "reasons": list(self.reasons),
            "conditions": [condition.to_dict() for condition in self.conditions],
            "wait_days": self.wait,
            "approvers": list(record.approval.approvers),
            "account": record.account or None,
            "last_checked": record.checked.isoformat(),
        }


def is_near(judgement: Judgement, on: date) -> bool:
    """One miss only, and one that tells a planner something."""
    if len(judgement.misses) != 1 or judgement.misses[0].rule not in TELLING:
        return False
    miss, record = judgement.misses[0], judgement.authority
    if miss.rule == "validity":
        return _lately_ended(record.validity, on)
    if miss.rule == "activity":
        return record.certainty is not Certainty.RECALLED and not _unexplained(miss)
    if miss.rule == "partner":
        return record.fit is not None and not record.fit.partners.only
    return True


def _unexplained(miss: Finding) -> bool:
    """Whether the record does not say in its own words why not."""
    return miss.why.startswith("it reaches")


def _lately_ended(validity: Validity, on: date) -> bool:
    """Whether it ended shortly before, and nothing has taken its place."""
    ends = validity.ends
    if ends is None or validity.successors:
        return False
    return 0 <= (on - ends.latest).days <= LATELY


def nearness(judgement: Judgement) -> tuple[Any, ...]:
    """Sort key of near misses: what comes closest to allowing the thing comes first."""
    miss = judgement.misses[0]
    asked = {"activity", "purpose", "recipient", "partner"}
    others = judgement.looseness - (miss.rule in asked)
    recalled = judgement.authority.certainty is Certainty.RECALLED
    return (
        miss.rule not in SHARP,
        others,
        recalled,
        _unexplained(miss),
        TELLING.index(miss.rule),
        judgement.authority.id,
    )
