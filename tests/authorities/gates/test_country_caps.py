"""22 USC 2364 (USD 50M a country, 500M in all), 10 USC 312, 347 and 22 USC 2321i."""

from datetime import date

import pytest

from comity.authorities.gates.country_caps import CountryCapFacts, judge
from comity.terms.authority import Outcome

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (CountryCapFacts(waiver_planned=10_000_000, waiver_used=40_000_000), Outcome.PASS),
        (CountryCapFacts(waiver_planned=10_000_001, waiver_used=40_000_000, active_aggression=False), Outcome.FAIL),
        (CountryCapFacts(waiver_planned=60_000_000, waiver_used=0, active_aggression=True), Outcome.PASS),
        (CountryCapFacts(waiver_planned=60_000_000, waiver_used=0), Outcome.UNKNOWN),
        (CountryCapFacts(waiver_planned=501_000_000, waiver_used=0, active_aggression=True), Outcome.FAIL),
        (CountryCapFacts(waiver_planned=1_000_000), Outcome.UNKNOWN),
        (CountryCapFacts(liaison_officer_cost=150_000), Outcome.PASS),
        (CountryCapFacts(liaison_officer_cost=150_001), Outcome.FAIL),
        (CountryCapFacts(foreign_cadets=80), Outcome.PASS),
        (CountryCapFacts(foreign_cadets=81), Outcome.FAIL),
        (CountryCapFacts(office_members=6), Outcome.PASS),
        (CountryCapFacts(office_members=7, office_exempt=True), Outcome.PASS),
        (CountryCapFacts(office_members=7, office_exempt=False), Outcome.FAIL),
        (CountryCapFacts(office_members=7), Outcome.UNKNOWN),
        (CountryCapFacts(), Outcome.UNKNOWN),
    ],
)  # fmt: skip
def test_amounts_against_the_limits_of_one_country(facts, outcome):
    assert judge(facts, DAY).outcome is outcome


def test_a_limit_that_is_not_recorded_for_the_day_is_not_known():
    facts = CountryCapFacts(liaison_officer_cost=1)
    assert judge(facts, date(1990, 1, 1)).outcome is Outcome.UNKNOWN


def test_even_without_an_amount_the_law_is_named():
    (reason,) = judge(CountryCapFacts(), DAY).reasons
    assert "22 USC 2364" in reason.citation


def test_cadets_by_date():
    """10 USC 347(a)(1)(B): 60 through PL 118-157, 80 in the text through PL 119-57."""
    facts = CountryCapFacts(foreign_cadets=70)
    assert judge(facts, date(2024, 6, 1)).outcome is Outcome.FAIL
    assert judge(facts, date(2026, 6, 1)).outcome is Outcome.PASS


def test_a_limit_before_the_oldest_text_that_was_read_is_not_known():
    facts = CountryCapFacts(waiver_planned=60_000_000, waiver_used=0, active_aggression=False)
    result = judge(facts, date(1975, 6, 1))
    assert result.outcome is Outcome.UNKNOWN
    assert "was not read" in result.reasons[0].text
