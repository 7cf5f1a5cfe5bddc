"""The five levels of an evaluation, and which findings are provisional.

A finding is provisional while a level below it is unanswered or answered with no: an outcome
says little about a programme that was not carried out as designed.
"""

from dataclasses import dataclass
from enum import StrEnum

from comity.terms.evaluation import Answer, EvaluationRecord, Finding, Level


class Standing(StrEnum):
    """How far a level is answered."""

    MET = "met"
    NEGATIVE = "negative"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class LevelState:
    """One level of the hierarchy in one record.

    Parameters
    ----------
    level
        The level.
    standing
        ``negative`` where any finding says no, ``met`` where one says yes, else ``unanswered``.
    findings
        Names of its findings.
    blocked_by
        Lower levels that are unanswered or negative; its findings are provisional while there
        are any.
    """

    level: Level
    standing: Standing
    findings: tuple[str, ...]
    blocked_by: tuple[Level, ...]

    @property
    def provisional(self) -> bool:
        """Whether findings of this level are provisional."""
        return bool(self.findings) and bool(self.blocked_by)

    @property
    def reason(self) -> str:
        """Why its findings are provisional, or nothing."""
        if not self.provisional:
            return ""
        return f"provisional: {', '.join(self.blocked_by)} unanswered or negative"


def levels_of(record: EvaluationRecord) -> tuple[LevelState, ...]:
    """Say how each level stands, lowest first."""
    standing = {level: _standing(_at(record, level)) for level in Level}
    return tuple(
        LevelState(
            level,
            standing[level],
            tuple(finding.id for finding in _at(record, level)),
            tuple(low for low in level.below if standing[low] is not Standing.MET),
        )
        for level in Level
    )


def provisional_findings(record: EvaluationRecord) -> dict[str, str]:
    """Name each provisional finding with the reason."""
    return {
        finding: state.reason
        for state in levels_of(record)
        if state.provisional
        for finding in state.findings
    }


def _at(record: EvaluationRecord, level: Level) -> list[Finding]:
    return [finding for finding in record.findings if finding.level is level]


def _standing(findings: list[Finding]) -> Standing:
    answers = {finding.answer for finding in findings}
    if Answer.NO in answers:
        return Standing.NEGATIVE
    return Standing.MET if Answer.YES in answers else Standing.UNANSWERED
