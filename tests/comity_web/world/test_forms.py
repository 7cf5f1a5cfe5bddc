import pytest

from comity_web.world.actions import create_group
from comity_web.world.forms import GroupForm, NewGroupForm, initial_of, scope_choices


def test_members_are_read_by_line_or_semicolon():
    form = GroupForm({"title": "T", "members": "Kenya; UGA\n\nKorea, South\n"})
    assert form.is_valid()
    assert form.cleaned_data["members"] == ["KEN", "KOR", "UGA"]


@pytest.mark.parametrize(("members", "said"), [("Atlantis", "Atlantis"), ("Congo", "may mean")])
def test_a_name_that_is_none_is_said_at_the_field(members, said):
    form = GroupForm({"title": "T", "members": members})
    assert said in form.errors["members"][0]


def test_scopes_are_those_in_which_one_may_edit(people):
    everywhere = [value for value, _ in scope_choices(people["petra"])]
    assert everywhere[0] == "everywhere"
    assert "EUCOM" in everywhere
    assert [value for value, _ in scope_choices(people["pablo"])] == ["AFRICOM"]
    assert scope_choices(people["vera"]) == []


def test_a_scope_that_is_not_ones_own_is_refused(people):
    given = {"name": "X", "title": "X", "members": "KEN", "scope": "EUCOM"}
    assert "scope" in NewGroupForm(given, user=people["pablo"]).errors


def test_a_group_goes_through_its_form_unchanged(people):
    group = create_group("Two", members=["KEN", "CIV"], by=people["petra"])
    form = GroupForm(initial_of(group))
    assert form.is_valid()
    assert form.cleaned_data["members"] == group.members
