"""From which day on a value was really seen in a text, and what is known of the days before.

A section may have said something else before the oldest text that was read. A value therefore keeps
its certainty only from the day on which a text that shows it was law; before that day it is recalled
where its beginning is recorded, and unknown where it is not.
"""

import re
from datetime import date

from comity.terms.authority import Authority, Certainty
from comity.terms.moment import Span

STATE_OF_LAW = re.compile(r"PL (\d+)-\d+")
FIRST_CONGRESS_ENDED = 1791  # the first Congress sat from 1789; each sits two years, to 3 January


def seen_from(span: Span, seen: date | None, record: Authority) -> date | None:
    """Return the day from which a record's value was seen; ``None`` where its span says it all.

    Parameters
    ----------
    span
        The value's own span.
    seen
        The day that the record states, if any.
    record
        Its record, whose source says which state of the law was read.
    """
    if seen is not None or span.begins is not None:
        return seen
    return min(_end_of_congress(record) or record.checked, record.checked)


def _end_of_congress(record: Authority) -> date | None:
    """Return the day by which the act that a source names was law: the end of its Congress."""
    found = (STATE_OF_LAW.search(source.text_as_of) for source in record.sources)
    congresses = [int(match[1]) for match in found if match]
    return date(FIRST_CONGRESS_ENDED + 2 * (min(congresses) - 1), 1, 3) if congresses else None


def certainty_on(day: date, certainty: Certainty, span: Span, seen: date | None) -> Certainty:
    """Return how far a value is known on a day."""
    if seen is None or day >= seen or certainty is not Certainty.VERIFIED:
        return certainty
    return Certainty.UNKNOWN if span.begins is None else Certainty.RECALLED
