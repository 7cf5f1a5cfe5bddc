from datetime import date

import pytest

from comity.cli.shared_partner_status import Told, partner_status
from comity.terms.errors import InputError, UnknownName

DAY = date(2024, 6, 1)


def test_the_world_s_groups_and_income_become_the_status():
    """Kenya: AFRICOM, major non-NATO ally since 2024, lower-middle income (World Bank)."""
    kenya = partner_status("Kenya", DAY, Told())
    assert kenya.code == "KEN"
    assert {"AFRICOM", "MNNA"} <= kenya.groups
    assert "NATO" in kenya.not_groups
    assert kenya.income == "lower-middle"
    assert kenya.listed == kenya.cleared == frozenset()
    assert partner_status("Poland", DAY, Told()).belongs("NATO") is True


def test_what_the_user_says_wins():
    told = Told(listed=("coup",), cleared=("default",), groups=("PfP",), not_groups=("MNNA",))
    kenya = partner_status("KEN", DAY, told)
    assert (kenya.belongs("PfP"), kenya.belongs("MNNA")) == (True, False)
    assert (kenya.is_listed("coup"), kenya.is_listed("default")) == (True, False)


def test_both_ways_is_refused_and_so_are_unknown_names():
    with pytest.raises(InputError, match="'coup' is given both ways"):
        partner_status("KEN", DAY, Told(listed=("coup",), cleared=("coup",)))
    with pytest.raises(InputError, match="'PfP' is given both ways"):
        partner_status("KEN", DAY, Told(groups=("PfP",), not_groups=("PfP",)))
    with pytest.raises(UnknownName, match="Did you mean 'coup'"):
        partner_status("KEN", DAY, Told(listed=("cuop",)))
    with pytest.raises(UnknownName, match="Kenya"):
        partner_status("Kenia", DAY, Told())
