from comity.world.groupings import groupings
from comity_web.world.actions import create_group


def test_groupings_are_listed_with_who_says_so(program):
    page = program("vera").get("/groupings?limit=1000")
    assert [one["name"] for one in page["items"]] == list(groupings().names())
    assert all(one["source"] and one["certainty"] for one in page["items"])


def test_a_grouping_has_members_of_a_year_and_dated_memberships(program):
    found = program("vera").get("/groupings/africom?year=2012")
    assert found["members"] == list(groupings().members("AFRICOM", 2012))
    spell = next(one for one in found["memberships"] if one["partner"] == "KEN")
    assert spell["start"] == "2008-10-01"


def test_a_teams_own_group_stands_beside_them(program, people):
    create_group("Lake rim", members=["Kenya", "UGA", "Tanzania"], by=people["petra"])
    vera = program("vera")
    own = vera.get("/groupings?family=Own groups")["items"]
    assert [one["name"] for one in own] == ["LAKE_RIM"]
    assert "petra" in own[0]["source"]
    found = vera.get("/groupings/lake_rim")
    assert (found["members"], found["memberships"]) == (["KEN", "TZA", "UGA"], [])
    chosen = vera.get("/partners?group=LAKE_RIM")["items"]
    assert [one["id"] for one in chosen] == ["KEN", "TZA", "UGA"]


def test_an_unknown_grouping_is_refused_with_help(program):
    assert "AFRICOM" in program("vera").get("/groupings/AFRICOMM", 404)["detail"]
