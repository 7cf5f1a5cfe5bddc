from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.certainty import judge
from comity.terms.authority import Answer


@pytest.mark.parametrize(
    ("authority", "day", "answer"),
    [
        ("T10-421", date(2027, 3, 1), Answer.CHECK),
        ("T10-284", date(2027, 3, 1), Answer.CHECK),
        ("T10-333", date(2027, 3, 1), Answer.IF),
        ("T10-333", date(2025, 12, 17), Answer.YES),  # read through PL 119-57
        ("T10-333", date(2025, 12, 18), Answer.IF),  # the day of PL 119-60, which was not read
        ("T10-346", date(2023, 12, 21), Answer.YES),
        ("T10-346", date(2023, 12, 22), Answer.IF),  # PL 118-31 was not read here
        ("T10-321", date(2027, 3, 1), Answer.YES),
    ],
)
def test_what_was_not_read_or_not_read_lately_says_so(authority, day, answer):
    record = catalogue()[authority]
    found = judge(record, record.fit, Query("train", day))
    assert found.answer is answer
    assert found.leaning == ("yes" if answer is Answer.CHECK else "open")
