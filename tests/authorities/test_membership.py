from comity.authorities.membership import any_of, belongs
from comity.terms.partner_status import PartnerStatus
from tests.authorities.asking import partner


def test_a_group_made_of_a_group_and_single_partners():
    assert belongs(partner("JPN", groups=()), "NATO+5") is True
    assert belongs(partner("POL", groups=("NATO",)), "NATO+5") is True
    assert belongs(partner("SAU", groups=()), "NATO+5") is False


def test_what_is_not_known_stays_not_known():
    assert belongs(PartnerStatus("SAU"), "NATO+5") is None
    assert belongs(PartnerStatus("SAU"), "NATO") is None


def test_a_partner_that_is_left_out_of_a_joined_group():
    assert belongs(partner("CUB", groups=("UN_AMERICAS",)), "OAS") is False
    assert belongs(partner("BRA", groups=("UN_AMERICAS",)), "OAS") is True


def test_what_the_user_says_wins():
    assert belongs(PartnerStatus("KEN", groups=frozenset({"PfP"})), "PfP") is True
    assert belongs(PartnerStatus("GEO", not_groups=frozenset({"PfP"})), "PfP") is False


def test_any_of_three_answers():
    assert any_of([False, None, True]) is True
    assert any_of([False, None]) is None
    assert any_of([False, False]) is False
    assert any_of([]) is False
