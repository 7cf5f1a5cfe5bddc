"""How far was the record itself checked? Recalled never becomes allowed."""

from datetime import date

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.terms.authority import Answer, Authority, Certainty, Fit

LATER_ACTS = date(
    2023, 12, 22
)  # PL 118-31, the first of the acts that most rows were not read after


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:  # noqa: ARG001 (one shape for all)
    """Ask for a check where the text was not read, or not read in its latest state."""
    if authority.certainty is Certainty.RECALLED:
        why = "the record is recalled: no source was read"
        return Finding("certainty", Answer.CHECK, why, leaning="yes")
    if authority.certainty is not Certainty.VERIFIED:
        why = f"the record is partly verified: {authority.recheck or 'only part was read'}"
        return Finding("certainty", Answer.CHECK, why, leaning="yes")
    if authority.recheck and query.on >= LATER_ACTS:
        return Finding("certainty", Answer.IF, f"if it still reads so ({authority.recheck})")
    return Finding("certainty", Answer.YES)
