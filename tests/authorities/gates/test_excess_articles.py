"""22 USC 2321j: conditions, a yearly ceiling of USD 500M (2014), notice of 30 days."""

from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.gates.excess_articles import ExcessFacts, judge
from comity.terms.authority import Outcome

DAY = date(2027, 3, 1)
WHOLE = ExcessFacts(
    justified=True,
    existing_stock=True,
    procurement_money=False,
    harms_readiness=False,
    harms_industry=False,
    current_value=1_000_000,
    granted_this_year=499_000_000,
    acquisition_value=6_999_999,
    significant_equipment=False,
)


def test_a_small_grant_that_meets_the_conditions_passes():
    assert judge(WHOLE, DAY).outcome is Outcome.PASS


@pytest.mark.parametrize(
    "broken",
    [
        {"justified": False},
        {"existing_stock": False},
        {"procurement_money": True},
        {"harms_readiness": True},
        {"harms_industry": True},
        {"current_value": 1_000_001},
    ],
)
def test_each_condition_counts(broken):
    assert judge(replace(WHOLE, **broken), DAY).outcome is Outcome.FAIL


def test_the_ceiling_follows_the_day():
    assert judge(WHOLE, date(2010, 3, 1)).outcome is Outcome.FAIL  # 425 million then


@pytest.mark.parametrize(
    "large", [{"acquisition_value": 7_000_000}, {"significant_equipment": True}]
)
def test_large_or_significant_articles_need_thirty_days(large):
    planned = replace(WHOLE, transfer_on=date(2027, 5, 1), **large)
    assert judge(planned, date(2027, 4, 1)).outcome is Outcome.UNKNOWN
    assert judge(planned, date(2027, 4, 2)).outcome is Outcome.FAIL
    told = replace(planned, notified_on=date(2027, 4, 1))
    assert judge(told, date(2027, 4, 20)).outcome is Outcome.PASS
    assert judge(replace(WHOLE, **large), DAY).outcome is Outcome.UNKNOWN


def test_what_is_not_entered_is_not_known():
    assert judge(replace(WHOLE, significant_equipment=None), DAY).outcome is Outcome.UNKNOWN
    assert judge(replace(WHOLE, granted_this_year=None), DAY).outcome is Outcome.UNKNOWN
