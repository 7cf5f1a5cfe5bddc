from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.recipient import judge
from comity.terms.authority import Answer


@pytest.mark.parametrize(
    ("authority", "recipient", "answer"),
    [
        ("T10-333", "military", Answer.YES),
        ("T10-333", "police", Answer.IF),
        ("T10-333", "ministry", Answer.NO),
        ("T10-332", "ministry", Answer.YES),
        ("T10-332", "military", Answer.NO),
        ("T10-127e", "irregular", Answer.YES),
        ("FAA-571", "military", Answer.NO),
        ("FAA-481", "military", Answer.CHECK),
    ],
)
def test_who_may_receive_it(authority, recipient, answer):
    record = catalogue()[authority]
    query = Query("train", date(2027, 3, 1), recipient=recipient)
    assert judge(record, record.fit, query).answer is answer
