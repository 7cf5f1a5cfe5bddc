"""10 USC 333(e) read through PL 117-81: nine fields; acceptance check 2 and 3 of the research."""

from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.gates.notice_333 import ALWAYS, NoticeFacts, judge
from comity.terms.authority import Outcome

DAY = date(2027, 2, 1)
WHOLE = NoticeFacts(
    country_unit_and_support="Kenya, 1st battalion; 5M; training",
    absorption="assessed",
    cost_and_schedule="5M, 2027-28",
    sustainment="partner pays from 2029",
    prior_assistance="FY2024-26 listed",
    strategy="theater plan 2; integrated strategy 3",
    other_authorities="none fits",
    sustainment_years=2,
    dearest_project=0,
    rights_certified=True,
    institutions_certified=True,
    state_concurred=True,
    state_prepared_notice=True,
    submitted_on=date(2027, 2, 1),
    starts_on=date(2027, 3, 1),
)


def failing(result):
    return [reason.text for reason in result.of(Outcome.FAIL)]


def test_a_whole_notice_in_time_passes():
    assert judge(WHOLE, DAY).outcome is Outcome.PASS


@pytest.mark.parametrize(("number", "name", "text"), ALWAYS)
def test_each_of_the_seven_fields_is_needed(number, name, text):
    result = judge(replace(WHOLE, **{name: "  "}), DAY)
    assert failing(result) == [f"field {number} missing: {text}"]


@pytest.mark.parametrize(
    "name",
    ["rights_certified", "institutions_certified", "state_concurred", "state_prepared_notice"],
)
def test_certifications_and_state_are_needed(name):
    assert judge(replace(WHOLE, **{name: False}), DAY).outcome is Outcome.FAIL
    assert judge(replace(WHOLE, **{name: None}), DAY).outcome is Outcome.UNKNOWN


def test_field_7_is_triggered_past_five_years():
    assert judge(replace(WHOLE, sustainment_years=5), DAY).outcome is Outcome.PASS
    long = replace(WHOLE, sustainment_years=6)
    assert len(failing(judge(long, DAY))) == 2
    done = replace(long, long_sustainment_justification="why", long_sustainment_transition="how")
    assert judge(done, DAY).outcome is Outcome.PASS
    assert judge(replace(WHOLE, sustainment_years=None), DAY).outcome is Outcome.UNKNOWN


def test_field_8_is_triggered_above_750_000():
    assert judge(replace(WHOLE, dearest_project=750_000), DAY).outcome is Outcome.PASS
    works = replace(WHOLE, dearest_project=750_001)
    assert len(failing(judge(works, DAY))) == 3
    done = replace(
        works, construction_list="x", construction_dd1391="x", construction_masterplan="x"
    )
    assert judge(done, DAY).outcome is Outcome.PASS


def test_a_project_of_1_8_million_in_2023_and_in_2025():
    done = replace(
        WHOLE,
        dearest_project=1_800_000,
        construction_list="x",
        construction_dd1391="x",
        construction_masterplan="x",
    )
    past = replace(done, submitted_on=date(2023, 6, 1), starts_on=date(2023, 6, 30))
    assert any(
        "above the ceiling of USD 1,500,000" in t for t in failing(judge(past, date(2023, 6, 1)))
    )
    later = replace(done, submitted_on=date(2025, 6, 1), starts_on=date(2025, 6, 30))
    assert judge(later, date(2025, 6, 1)).outcome is Outcome.PASS


def test_fifteen_days_before_the_start():
    edge = replace(WHOLE, submitted_on=date(2027, 2, 14))
    assert judge(edge, date(2027, 2, 20)).outcome is Outcome.PASS
    late = replace(WHOLE, submitted_on=date(2027, 2, 15))
    assert any("2027-02-14" in text for text in failing(judge(late, date(2027, 2, 20))))
    unsent = replace(WHOLE, submitted_on=None)
    assert judge(unsent, date(2027, 2, 14)).outcome is Outcome.UNKNOWN
    assert judge(unsent, date(2027, 2, 15)).outcome is Outcome.FAIL
    assert judge(replace(WHOLE, starts_on=None), DAY).outcome is Outcome.UNKNOWN
