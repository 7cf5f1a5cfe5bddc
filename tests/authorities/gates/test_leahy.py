"""10 USC 362 (PL 118-21) and 22 USC 2378d (1 March 2024), as the research read them."""

from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.gates.leahy import LeahyFacts, judge
from comity.terms.authority import Outcome
from comity.terms.errors import InputError

DAY = date(2027, 3, 1)
BAD = LeahyFacts(
    law="dod",
    vetting="credible information",
    corrective_steps_all=False,
    emergency=False,
    extraordinary_waiver=False,
    state_consulted=True,
)


def test_a_cleared_unit_passes_while_the_clearance_lives():
    facts = LeahyFacts(
        vetting="cleared",
        cleared_on=date(2027, 1, 10),
        expires_on=date(2028, 1, 9),
        starts_on=date(2027, 4, 1),
    )
    assert judge(facts, DAY).outcome is Outcome.PASS
    assert judge(replace(facts, starts_on=date(2028, 2, 1)), DAY).outcome is Outcome.FAIL
    assert judge(replace(facts, cleared_on=date(2027, 5, 1)), DAY).outcome is Outcome.FAIL


def test_a_case_past_its_start_without_a_result_fails():
    waiting = LeahyFacts(vetting="pending", starts_on=date(2027, 4, 1))
    assert judge(waiting, DAY).outcome is Outcome.UNKNOWN
    assert judge(waiting, date(2027, 4, 2)).outcome is Outcome.FAIL


def test_credible_information_without_exception_or_waiver_fails():
    assert judge(BAD, DAY).outcome is Outcome.FAIL


@pytest.mark.parametrize("ground", ["corrective_steps_all", "emergency", "extraordinary_waiver"])
def test_the_three_ways_out_of_the_dod_law(ground):
    assert judge(replace(BAD, **{ground: True}), DAY).outcome is Outcome.PASS
    unasked = replace(BAD, **{ground: True}, state_consulted=False)
    assert judge(unasked, DAY).outcome is Outcome.FAIL


def test_the_state_law_has_no_waiver():
    state = replace(BAD, law="state", extraordinary_waiver=True, emergency=True)
    assert judge(state, DAY).outcome is Outcome.UNKNOWN
    assert judge(replace(state, effective_steps=False), DAY).outcome is Outcome.FAIL
    assert judge(replace(state, effective_steps=True), DAY).outcome is Outcome.PASS


def test_both_laws_must_let_it_through():
    both = replace(BAD, law="both", extraordinary_waiver=True, effective_steps=False)
    assert judge(both, DAY).outcome is Outcome.FAIL


def test_an_exception_is_reported_within_fifteen_calendar_days():
    used = replace(BAD, emergency=True, used_on=date(2027, 2, 1))
    result = judge(used, date(2027, 2, 16))
    assert result.clocks[0].by == date(2027, 2, 16)
    assert result.outcome is Outcome.PASS
    assert judge(used, date(2027, 2, 17)).outcome is Outcome.FAIL
    told = replace(used, reported_on=date(2027, 2, 10))
    assert judge(told, date(2027, 6, 1)).outcome is Outcome.PASS


def test_words_that_mean_nothing_are_refused():
    with pytest.raises(InputError, match="law is one of dod, state, both"):
        LeahyFacts(law="navy")
