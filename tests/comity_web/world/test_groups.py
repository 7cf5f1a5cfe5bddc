import pytest

from comity.terms.errors import UnknownName
from comity.world.groupings import groupings
from comity_web.world.actions import archive_group, create_group
from comity_web.world.groups import chosen_group, families, members_in, own_members


@pytest.fixture
def own(people):
    return create_group("Horn", members=["ETH", "KEN", "SSD"], by=people["petra"], title="The Horn")


def test_comitys_groupings_are_found_in_any_spelling(db):
    chosen = chosen_group("africom")
    assert (chosen.name, chosen.members) == ("AFRICOM", None)
    assert members_in(chosen, 2022) == groupings().members("AFRICOM", 2022)


def test_a_teams_own_is_found_and_has_no_member_before_it_existed(own):
    chosen = chosen_group("horn")
    assert chosen.title == "The Horn"
    assert members_in(chosen, 2022) == ("ETH", "KEN", "SSD")
    assert members_in(chosen, 2000) == ("ETH", "KEN"), "South Sudan is a state since 2011"


def test_a_group_that_was_put_away_cannot_be_chosen_but_old_addresses_hold(own, people):
    archive_group(own, by=people["petra"], expected=1)
    assert chosen_group("HORN").members == ("ETH", "KEN", "SSD")
    assert "HORN" not in [g.name for family in families() for g in family.groups]


def test_own_groups_come_first_and_every_grouping_of_comity_is_there(own):
    found = families()
    assert [g.name for g in found[0].groups] == ["HORN"]
    listed = {g.name for family in found[1:] for g in family.groups}
    assert listed == set(groupings().names())


def test_without_own_groups_there_is_no_heading_for_them(db):
    assert families()[0].title == "Combatant commands"


def test_an_unknown_name_suggests_own_groups_too(own):
    with pytest.raises(UnknownName, match="HORN"):
        chosen_group("HORNS")


def test_only_own_groups_have_members_of_their_own(own):
    assert own_members(None) is None
    assert own_members("AFRICOM") is None
    assert own_members("HORN") == ("ETH", "KEN", "SSD")
