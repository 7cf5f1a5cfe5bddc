import dataclasses

import pytest

from comity.terms.partner import Partner, PartnerKind


def partner(**changes):
    fields = {
        "id": "CSK",
        "name": "Czechoslovakia",
        "iso2": "CS",
        "m49": 200,
        "cow": 315,
        "gw": 315,
        "wb": "",
        "kind": PartnerKind.FORMER,
        "first": 1918,
        "last": 1992,
    }
    return Partner(**{**fields, **changes})


@pytest.mark.parametrize(
    ("year", "member"), [(1917, False), (1918, True), (1992, True), (1993, False)]
)
def test_membership_counts_the_first_and_the_last_year(year, member):
    assert partner().is_member(year) is member


def test_a_member_without_a_last_year_is_one_still():
    assert partner(last=None).is_member(2100)


def test_a_place_that_never_was_a_member_is_none_in_any_year():
    assert not partner(first=None, last=None).is_member(2000)


def test_a_partner_is_a_value():
    assert partner() == partner()
    assert str(partner()) == "Czechoslovakia (CSK)"
    with pytest.raises(dataclasses.FrozenInstanceError):
        partner().name = "Other"
