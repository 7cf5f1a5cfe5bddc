"""10 USC 383(b)-(d) read through PL 118-21."""

from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.gates.ame_383 import PARTS, EvaluationFacts, judge
from comity.terms.authority import Outcome

DAY = date(2027, 3, 1)
WHOLE = EvaluationFacts(**{name: True for name, _, _ in PARTS})


def test_all_parts_pass():
    assert judge(WHOLE, DAY).outcome is Outcome.PASS
    assert len([p for p in PARTS if p[2] == "(b)(1)(A)"]) == 4  # four parts of the assessment


@pytest.mark.parametrize("name", [name for name, _, _ in PARTS])
def test_each_part_counts(name):
    assert judge(replace(WHOLE, **{name: False}), DAY).outcome is Outcome.FAIL
    assert judge(replace(WHOLE, **{name: None}), DAY).outcome is Outcome.UNKNOWN


def test_the_public_summary_is_a_duty_and_its_ninety_days_are_only_recalled():
    ended = replace(WHOLE, evaluation_ended_on=date(2027, 1, 1))
    result = judge(ended, date(2027, 4, 2))
    assert result.clocks[0].by == date(2027, 4, 1)
    assert result.outcome is Outcome.UNKNOWN
    assert "check the instruction" in result.reasons[-1].text
    published = replace(ended, summary_published_on=date(2027, 3, 1))
    assert judge(published, date(2027, 4, 2)).outcome is Outcome.PASS


def test_before_the_section_was_law_nothing_is_known():
    assert judge(WHOLE, date(2015, 1, 1)).outcome is Outcome.UNKNOWN
