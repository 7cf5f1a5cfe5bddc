"""Section 7008 as CRS IF11267 of 19 September 2025 describes it."""

from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.gates.coup import FOREIGN, OTHER, THROUGH, CoupFacts, judge
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

DAY = date(2027, 3, 1)
RESTRICTED = CoupFacts("imet", elected_head_removed=True, military_decisive=True, waived=False)


@pytest.mark.parametrize("assistance", [*FOREIGN, *THROUGH])
def test_foreign_operations_money_and_sections_with_the_clause_are_stopped(assistance):
    result = judge(replace(RESTRICTED, assistance=assistance), DAY)
    assert result.outcome is Outcome.FAIL
    assert ("10 USC" in result.reasons[0].citation) is (assistance in THROUGH)


@pytest.mark.parametrize("assistance", OTHER)
def test_other_help_is_not_reached(assistance):
    assert judge(replace(RESTRICTED, assistance=assistance), DAY).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "open_",
    [
        {"waived": True},
        {"democracy_support": True},
        {"to_government": False},
        {"military_decisive": False},
        {"determined": False},
        {"elected_government_certified_on": date(2027, 2, 1)},
        {"coup_on": date(2027, 4, 1)},
    ],
)
def test_what_opens_it(open_):
    assert judge(replace(RESTRICTED, **open_), DAY).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "lost", [{"waived": None}, {"military_decisive": None}, {"assistance": ""}]
)
def test_what_is_not_entered_is_not_known(lost):
    assert judge(replace(RESTRICTED, **lost), DAY).outcome is Outcome.UNKNOWN


def test_a_certification_counts_from_its_day():
    later = replace(RESTRICTED, elected_government_certified_on=date(2027, 3, 2))
    assert judge(later, DAY).outcome is Outcome.FAIL


def test_other_words_are_refused():
    with pytest.raises(InputError, match="assistance is one of"):
        CoupFacts("money")
