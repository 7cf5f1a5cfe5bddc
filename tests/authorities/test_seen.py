from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.seen import certainty_on, seen_from
from comity.terms.authority import Certainty
from comity.terms.moment import Span, parse_moment

OPEN = Span()
DATED = Span(parse_moment("2016-12-23"))
SEEN = date(2021, 12, 27)


@pytest.mark.parametrize(
    ("day", "stated", "span", "known"),
    [
        (date(2025, 1, 1), Certainty.VERIFIED, OPEN, Certainty.VERIFIED),
        (SEEN, Certainty.VERIFIED, OPEN, Certainty.VERIFIED),
        (date(2021, 12, 26), Certainty.VERIFIED, OPEN, Certainty.UNKNOWN),
        (date(2021, 12, 26), Certainty.VERIFIED, DATED, Certainty.RECALLED),
        (date(2000, 1, 1), Certainty.RECALLED, OPEN, Certainty.RECALLED),
    ],
)
def test_a_value_is_sure_only_from_the_text_that_shows_it(day, stated, span, known):
    assert certainty_on(day, stated, span, SEEN) is known


def test_without_a_day_of_its_own_the_source_says_which_law_was_read():
    """22 USC 2763 was read through PL 117-81; the 117th Congress ended on 3 January 2023."""
    assert seen_from(OPEN, None, catalogue()["AECA-23"]) == date(2023, 1, 3)
    assert seen_from(OPEN, SEEN, catalogue()["AECA-23"]) == SEEN
    assert seen_from(DATED, None, catalogue()["AECA-23"]) is None


def test_a_source_without_a_state_of_the_law_counts_from_the_last_check():
    record = catalogue()["AECA-23"]
    unsaid = replace(record, sources=tuple(replace(s, text_as_of="") for s in record.sources))
    assert seen_from(OPEN, None, unsaid) == record.checked
