from datetime import date

import pytest

from comity.authorities.mechanism import mechanisms
from comity.authorities.programs import Money
from comity.authorities.query import Query
from comity.terms.authority import Outcome
from comity.terms.errors import UnknownName
from tests.authorities.asking import partner

QUERY = Query(
    "train",
    date(2027, 3, 1),
    purpose="counterterrorism",
    partner=partner(),
    amount=5_000_000,
    today=date(2026, 11, 24),
)
PAID = (Money("om-dsca", 2027, 50_000_000, "invented"),)


def chain(**more):
    return mechanisms(QUERY, authority="T10-333", **more)[0]


def links(found):
    return {link.name: link for link in found.links}


def test_a_whole_chain():
    found = chain(money=PAID, lead_days=60)
    assert found.outcome is Outcome.PASS
    assert [link.name for link in found.links] == ["authority", "money", "program", "process"]
    assert "2027-02-14" in links(found)["process"].why


def test_a_valid_authority_without_money_in_that_year_is_broken():
    found = chain(money=(Money("om-dsca", 2027, 0),), lead_days=60)
    assert [link.name for link in found.broken] == ["money"]
    assert found.to_dict()["broken"] == ["money"]
    found = chain(money=(Money("om-dsca", 2027, 1_000),), lead_days=60)
    assert "less than is asked" in links(found)["money"].why


def test_money_that_nobody_entered_is_not_known_and_not_missing():
    found = chain(lead_days=60)
    assert found.outcome is Outcome.UNKNOWN
    assert "no appropriation of fiscal year 2027 was entered" in links(found)["money"].why


def test_a_program_whose_lead_time_has_passed_is_broken():
    found = chain(money=PAID, lead_days=365)
    assert [link.name for link in found.broken] == ["program"]
    assert "2026-03-01" in links(found)["program"].why


def test_a_recalled_lead_time_closes_no_door():
    found = chain(money=PAID)
    assert links(found)["program"].outcome is Outcome.UNKNOWN
    assert "check the lead time" in links(found)["program"].why


def test_a_notice_that_comes_too_late_names_the_earliest_start():
    late = Query("train", date(2026, 12, 1), purpose="counterterrorism", partner=partner(),
                 today=date(2026, 11, 24))  # fmt: skip
    found = mechanisms(late, authority="T10-333", money=PAID, lead_days=0)[0]
    process = links(found)["process"]
    assert process.outcome is Outcome.FAIL
    assert "earliest start is 2026-12-09" in process.why


def test_an_account_that_had_ended_is_broken():
    """PL 110-181: the Iraq fund's money of fiscal year 2008 ended on 30 September 2009."""
    query = Query("train", date(2012, 3, 1), partner=partner("IRQ", ()))
    found = mechanisms(query, authority="NDAA07-1516")[0]
    assert {link.name for link in found.broken} == {"authority", "money"}


def test_whole_chains_come_first_and_broken_ones_last():
    found = mechanisms(QUERY, money=PAID)
    rank = [Outcome.PASS, Outcome.UNKNOWN, Outcome.FAIL]
    order = [rank.index(item.outcome) for item in found]
    assert order == sorted(order)


def test_unknown_names_are_refused():
    with pytest.raises(UnknownName, match="no program called"):
        mechanisms(QUERY, program="jcte")
    with pytest.raises(UnknownName, match="no authority called"):
        mechanisms(QUERY, authority="T10-33")
