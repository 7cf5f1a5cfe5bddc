from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.partner import judge
from comity.terms.authority import Answer
from comity.terms.partner_status import PartnerStatus
from tests.authorities.asking import partner


def asked(authority, status):
    record = catalogue()[authority]
    found = judge(record, record.fit, Query("train", date(2027, 3, 1), partner=status))
    return {finding.rule: finding for finding in found}


@pytest.mark.parametrize(
    ("authority", "code", "groups", "answer"),
    [
        ("NDAA16-1250", "UKR", (), Answer.YES),
        ("NDAA16-1250", "KEN", (), Answer.NO),
        ("NDAA16-1263", "PHL", ("INDOPACOM",), Answer.YES),
        ("NDAA16-1263", "KEN", ("AFRICOM",), Answer.NO),
        ("T10-350", "POL", ("NATO",), Answer.YES),
        ("T10-350", "GEO", (), Answer.YES),
        ("T10-350", "KEN", ("AFRICOM",), Answer.IF),
        ("T10-350", "BRA", ("UN_AMERICAS",), Answer.NO),
        ("T10-2342", "KEN", (), Answer.IF),
        ("T10-333", "KEN", (), Answer.YES),
    ],
)
def test_which_countries_it_reaches(authority, code, groups, answer):
    assert asked(authority, partner(code, groups))["partner"].answer is answer


def test_a_membership_nobody_knows_is_a_check():
    found = asked("NDAA16-1263", PartnerStatus("PHL"))["partner"]
    assert (found.answer, "not known here" in found.why) == (Answer.CHECK, True)


def test_a_country_that_is_shut_out_by_name():
    """22 USC 2347: no grant IMET for Austria, Finland, Korea, Singapore and Spain."""
    for code in ("AUT", "FIN", "KOR", "SGP", "ESP"):
        assert asked("FAA-541", partner(code, ()))["exclusion"].answer is Answer.NO


@pytest.mark.parametrize(
    ("authority", "income", "answer"),
    [
        ("T10-312", "lower-middle", Answer.IF),
        ("T10-312", "high", Answer.IF),
        ("T10-348", "high", Answer.NO),
        ("T10-348", "", Answer.IF),
        ("T10-348", "low", Answer.IF),
    ],
)
def test_developing_countries(authority, income, answer):
    found = asked(authority, partner("XXX", (), income=income))["developing"]
    assert found.answer is answer


def test_a_limit_of_a_recalled_record_is_a_check_unless_its_name_settles_it():
    assert asked("T10-712", partner())["partner"].answer is Answer.CHECK
    assert asked("FAA-506a3", partner())["partner"].answer is Answer.NO  # named for Taiwan
