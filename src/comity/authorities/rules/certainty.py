"""How far was the record itself checked? Recalled never becomes allowed."""

import re
from datetime import date

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.terms.authority import Answer, Authority, Certainty, Fit

# The yearly defense acts, by the fiscal year that they carry: from then on, an unread one may matter.
ACTS = {
    "2024": date(2023, 12, 22),  # PL 118-31
    "2025": date(2024, 12, 23),  # PL 118-159
    "2026": date(2025, 12, 18),  # PL 119-60
}
UNREAD = re.compile(r"FY(\d{4})")


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:  # noqa: ARG001 (one shape for all)
    """Ask for a check where the text was not read, or not read in its latest state."""
    if authority.certainty is Certainty.RECALLED:
        why = "the record is recalled: no source was read"
        return Finding("certainty", Answer.CHECK, why, leaning="yes")
    if authority.certainty is not Certainty.VERIFIED:
        why = f"the record is partly verified: {authority.recheck or 'only part was read'}"
        return Finding("certainty", Answer.CHECK, why, leaning="yes")
    if authority.recheck and query.on >= _unread_from(authority.recheck):
        return Finding("certainty", Answer.IF, f"if it still reads so ({authority.recheck})")
    return Finding("certainty", Answer.YES)


def _unread_from(recheck: str) -> date:
    """Return the day of the first act that was not read; that of the oldest where none is named."""
    named = UNREAD.search(recheck)
    return ACTS.get(named[1], min(ACTS.values())) if named else min(ACTS.values())
