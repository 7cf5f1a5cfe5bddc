from dataclasses import replace
from datetime import date

import pytest

from comity.evaluate.record_clock import summary_clock
from tests.evaluate.records import example


def clock(as_of, *, completed=date(2026, 6, 30), posted=None):
    record = example(completed=completed)
    summary = replace(record.public_summary, posted=posted)
    return summary_clock(replace(record, public_summary=summary), as_of)


def test_ninety_days_after_completion():
    """Summaries posted within 90 days of completion, as reported by MFAN (second-hand)."""
    assert clock(date(2026, 7, 1)).due == date(2026, 9, 28)
    assert (date(2026, 9, 28) - date(2026, 6, 30)).days == 90
    assert "not read" in clock(date(2026, 7, 1)).source


@pytest.mark.parametrize(
    ("as_of", "posted", "state", "days"),
    [
        (date(2026, 6, 30), None, "running", 90),
        (date(2026, 9, 28), None, "running", 0),
        (date(2026, 9, 29), None, "overdue", 1),
        (date(2026, 12, 1), date(2026, 9, 28), "posted in time", 0),
        (date(2026, 12, 1), date(2026, 10, 8), "posted late", 10),
        (date(2026, 10, 1), date(2026, 10, 8), "overdue", 3),
    ],
)
def test_where_it_stands(as_of, posted, state, days):
    found = clock(as_of, posted=posted)
    assert (found.state, found.days) == (state, days)
    assert str(found)
    assert found.to_dict()["state"] == state


@pytest.mark.parametrize("completed", [None, date(2027, 1, 1)])
def test_it_starts_with_completion(completed):
    found = clock(date(2026, 11, 1), completed=completed)
    assert (found.state, found.due) == ("not completed", None)
    assert "has not started" in str(found)


def test_an_evaluation_older_than_the_rule_is_measured_by_the_first_one():
    assert clock(date(2016, 1, 1), completed=date(2015, 12, 1)).due == date(2016, 2, 29)
