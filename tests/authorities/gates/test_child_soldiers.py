"""22 USC 2370c-1: five tools, exceptions, a national-interest waiver reported within 45 days."""

from datetime import date

import pytest

from comity.authorities.gates.child_soldiers import BARRED, ChildSoldierFacts, judge
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

DAY = date(2027, 3, 1)


@pytest.mark.parametrize("tool", BARRED)
def test_the_five_tools_are_barred_for_a_listed_government(tool):
    facts = ChildSoldierFacts(tool, listed=True, waiver="none", excepted=False)
    assert judge(facts, DAY).outcome is Outcome.FAIL
    assert judge(ChildSoldierFacts(tool, listed=False), DAY).outcome is Outcome.PASS
    assert judge(ChildSoldierFacts(tool, listed=True), DAY).outcome is Outcome.UNKNOWN


def test_other_help_is_not_named_and_section_333_is_not_clear():
    assert judge(ChildSoldierFacts("other", listed=True), DAY).outcome is Outcome.PASS
    assert judge(ChildSoldierFacts("section-333", listed=True), DAY).outcome is Outcome.UNKNOWN


def test_a_waiver_or_an_exception_opens_it():
    for facts in (
        ChildSoldierFacts("imet", listed=True, waiver="full"),
        ChildSoldierFacts("imet", listed=True, waiver="partial"),
        ChildSoldierFacts("imet", listed=True, waiver="none", excepted=True),
    ):
        assert judge(facts, DAY).outcome is Outcome.PASS


def test_the_waiver_is_reported_within_45_days():
    facts = ChildSoldierFacts("imet", listed=True, waiver="full", waived_on=date(2027, 1, 1))
    assert judge(facts, date(2027, 2, 15)).outcome is Outcome.PASS
    assert judge(facts, date(2027, 2, 16)).outcome is Outcome.FAIL


def test_a_list_nobody_looked_at_is_not_known():
    assert judge(ChildSoldierFacts("imet"), DAY).outcome is Outcome.UNKNOWN


def test_other_words_are_refused():
    with pytest.raises(InputError, match="assistance is one of"):
        ChildSoldierFacts("money")
    with pytest.raises(InputError, match="waiver is one of"):
        ChildSoldierFacts("imet", waiver="some")
