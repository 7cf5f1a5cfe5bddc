import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from comity_web.access.actions import change_settings
from comity_web.access.permissions import Permission
from comity_web.assess.models import Scenario
from comity_web.records.fetching import readable, record_for
from comity_web.records.status import move


@pytest.mark.parametrize(
    ("person", "reads"),
    [
        ("petra", True),
        ("pablo", True),
        ("anton", True),
        ("eva", True),
        ("vera", False),
        ("kofi", False),
        ("nina", False),
    ],
)
def test_a_draft_is_known_only_to_those_who_work_there(scenario, people, person, reads):
    if reads:
        found = record_for(people[person], Scenario.objects.all(), scenario.pk, to=Permission.READ)
        assert found == scenario
    else:
        with pytest.raises(Http404):
            record_for(people[person], Scenario.objects.all(), scenario.pk, to=Permission.READ)


def test_to_read_is_not_to_edit(scenario, people):
    with pytest.raises(PermissionDenied, match="edit assessment for AFRICOM"):
        record_for(
            people["eva"], Scenario.objects.all(), scenario.pk, to=Permission.EDIT_ASSESSMENT
        )


def test_what_is_agreed_is_read_by_all_who_may_read(scenario, people):
    move(scenario, "submit", by=people["petra"], expected=1)
    move(scenario, "approve", by=people["anton"], expected=2)
    assert readable(people["vera"], scenario)
    assert not readable(people["nina"], scenario)
    assert not readable(AnonymousUser(), scenario)
    change_settings({"anonymous_viewers": True}, by=people["ada"], expected=2)
    assert readable(AnonymousUser(), scenario)


def test_there_is_none(people):
    with pytest.raises(Http404):
        record_for(people["ada"], Scenario.objects.all(), 0, to=Permission.READ)
