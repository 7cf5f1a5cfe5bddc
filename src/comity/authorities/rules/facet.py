"""What activities, purposes, recipients and aims have in common: a word looked up in a record."""

from collections.abc import Mapping

from comity.authorities.finding import Finding, soften
from comity.authorities.query import Query
from comity.authorities.when import in_words
from comity.terms.authority import Answer, Authority, Certainty, Reading

RECALLED = "recalled, not read: check before you rule it out"


def look_up(
    rule: str, readings: Mapping[str, Reading], word: str, authority: Authority, query: Query
) -> Finding:
    """Return what a record says of a word.

    A word that is not there is a no, with what is there as the reason; a no of a recalled record is
    a check unless its heading settles the point.
    """
    reading = readings.get(word) or readings.get("any")
    if reading is None:
        named = ", ".join(key for key, r in readings.items() if r.answer is not Answer.NO)
        finding = Finding(rule, Answer.NO, f"it reaches {named or 'nothing recorded'}, not {word}")
        if not readings:
            return Finding(rule, Answer.CHECK, f"its {rule} is not recorded")
    else:
        finding = Finding(rule, reading.answer, in_words(reading.why, query))
    return softened(finding, authority)


def softened(finding: Finding, authority: Authority) -> Finding:
    """Keep a no only where the text was read, or the heading settles the point."""
    fit = authority.fit
    if authority.certainty is not Certainty.RECALLED or (fit and finding.rule in fit.sure):
        return finding
    return soften(finding, because=RECALLED)
