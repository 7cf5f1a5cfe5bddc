import pytest
from django.core.exceptions import PermissionDenied

from comity.terms.errors import InputError, UnknownName
from comity_web.access.models import AuditEvent
from comity_web.access.saving import EditConflict
from comity_web.access.scope import Scope
from comity_web.world.actions import (
    archive_group,
    change_group,
    create_group,
    member_ids,
    restore_group,
)
from comity_web.world.models import OwnGroup

AFRICA = Scope("command", "AFRICOM")


def make(by, **changes):
    return create_group("Coast guard", **{"members": ["Kenya", "TZA"], "by": by, **changes})


def test_a_group_is_made_with_ids_and_leaves_a_trace(people):
    group = make(people["petra"], title="Coast guards", note="For the exercise.")
    assert (group.name, group.title, group.members) == (
        "COAST_GUARD",
        "Coast guards",
        ["KEN", "TZA"],
    )
    event = AuditEvent.objects.get(action="owngroup.created")
    assert event.actor == "petra"
    assert event.after["members"] == ["KEN", "TZA"]


def test_without_a_title_the_name_serves(people):
    assert make(people["petra"]).title == "Coast guard"


@pytest.mark.parametrize(("name", "said"), [("AFRICOM", "Comity has"), ("7th", "begin with")])
def test_a_name_that_cannot_be_used_is_refused(people, name, said):
    with pytest.raises(InputError, match=said):
        create_group(name, members=["KEN"], by=people["petra"])


def test_a_name_that_is_taken_is_refused_even_when_it_was_put_away(people):
    group = make(people["petra"])
    archive_group(group, by=people["petra"], expected=1)
    with pytest.raises(InputError, match="was put away"):
        make(people["petra"])


def test_a_planner_of_a_command_makes_groups_of_that_command_only(people):
    assert make(people["pablo"], scope=AFRICA).scope == AFRICA
    with pytest.raises(PermissionDenied):
        create_group("Other", members=["KEN"], by=people["pablo"])
    with pytest.raises(PermissionDenied):
        create_group("Other", members=["KEN"], by=people["vera"], scope=AFRICA)


def test_who_may_not_edit_it_changes_nothing(people):
    group = make(people["petra"])
    for act in (archive_group, restore_group):
        with pytest.raises(PermissionDenied):
            act(group, by=people["vera"], expected=1)
    with pytest.raises(PermissionDenied):
        change_group(group, by=people["vera"], expected=1, title="Mine", members=["KEN"])
    assert OwnGroup.objects.get().version == 1


def test_a_change_is_traced_and_the_second_of_two_editors_is_told(people):
    group = make(people["petra"])
    change_group(group, by=people["petra"], expected=1, title="Coasts", members=["KEN", "MOZ"])
    assert (group.title, group.members, group.version) == ("Coasts", ["KEN", "MOZ"], 2)
    with pytest.raises(EditConflict):
        change_group(group, by=people["ada"], expected=1, title="Theirs", members=["KEN"])
    event = AuditEvent.objects.get(action="owngroup.changed")
    assert event.before["members"] == ["KEN", "TZA"]


def test_a_title_is_needed(people):
    group = make(people["petra"])
    with pytest.raises(InputError, match="title"):
        change_group(group, by=people["petra"], expected=1, title=" ", members=["KEN"])


def test_a_group_is_put_away_and_brought_back(people):
    group = make(people["petra"])
    archive_group(group, by=people["petra"], expected=1)
    assert OwnGroup.objects.get().archived
    restore_group(group, by=people["petra"], expected=2)
    assert not OwnGroup.objects.get().archived
    assert AuditEvent.objects.filter(action__startswith="owngroup.").count() == 3


def test_members_are_found_by_any_name_and_counted_once():
    assert member_ids(["Kenya", "ken", " Burma ", ""]) == ["KEN", "MMR"]
    with pytest.raises(UnknownName):
        member_ids(["Atlantis"])
    with pytest.raises(InputError, match="at least one"):
        member_ids([" "])
