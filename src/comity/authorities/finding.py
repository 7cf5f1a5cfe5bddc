"""What one rule says of one authority for one question."""

from dataclasses import dataclass

from comity.terms.authority import Answer


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with its reason.

    Parameters
    ----------
    rule
        The rule that speaks: ``validity``, ``activity``, ``purpose``, ...
    answer
        yes, if (a condition), check (not known) or no.
    why
        The reason in words.
    by
        Id of the record that says so, where it is another record.
    leaning
        For ``check``: ``no`` where all that is recalled points to no, else ``open``.
    """

    rule: str
    answer: Answer
    why: str = ""
    by: str = ""
    leaning: str = "open"


def soften(finding: Finding, *, because: str) -> Finding:
    """Turn a no that rests on something recalled into a check that leans to no."""
    if finding.answer is not Answer.NO:
        return finding
    return Finding(finding.rule, Answer.CHECK, f"{finding.why} ({because})", finding.by, "no")
