import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from comity_web.access.actions import change_settings, set_active
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can, can_somewhere, require, scopes_with
from comity_web.access.scope import EVERYWHERE, Scope

AFRICOM, EUCOM, KENYA, GHANA, POLAND = (
    Scope.parse(name) for name in ("AFRICOM", "EUCOM", "Kenya", "Ghana", "Poland")
)
EDIT = Permission.EDIT_ASSESSMENT


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("petra", {EVERYWHERE, AFRICOM, EUCOM, KENYA, GHANA, POLAND}),
        ("pablo", {AFRICOM, KENYA, GHANA}),
        ("kofi", {KENYA}),
        ("amara", {AFRICOM, KENYA, GHANA}),
        ("ada", {EVERYWHERE, AFRICOM, EUCOM, KENYA, GHANA, POLAND}),
        ("vera", set()),
        ("anton", set()),
        ("eva", set()),
        ("nina", set()),
    ],
)
def test_a_permission_reaches_as_far_as_its_grant(people, name, places):
    for place in (EVERYWHERE, AFRICOM, EUCOM, KENYA, GHANA, POLAND):
        assert can(people[name], EDIT, place) is (place in places), place
    assert can_somewhere(people[name], EDIT) is bool(places)


def test_what_is_published_can_be_read_with_any_role(people):
    assert can(people["kofi"], Permission.READ, POLAND)
    assert not can(people["nina"], Permission.READ)
    assert not can(AnonymousUser(), Permission.READ)


def test_reading_without_an_account_is_reading_only_and_for_everybody(people):
    change_settings({"anonymous_viewers": True}, by="tests", expected=2)
    nobody, nina = AnonymousUser(), people["nina"]
    for reader in (nobody, nina):
        assert can(reader, Permission.READ)
        assert can_somewhere(reader, Permission.READ)
    for permission in set(Permission) - {Permission.READ}:
        assert not can(nobody, permission)
        assert not can(nina, permission)


def test_a_closed_account_may_do_nothing(people):
    set_active(people["petra"], False, by=people["ada"])
    closed = User.objects.get(username="petra")
    assert not can(closed, EDIT)
    assert not can_somewhere(closed, EDIT)


def test_the_site_has_no_parts(people):
    assert not can_somewhere(people["amara"], Permission.MANAGE_SITE)
    assert can_somewhere(people["ada"], Permission.MANAGE_SITE)


def test_a_refusal_says_what_is_missing_and_where(people):
    with pytest.raises(PermissionDenied, match="edit assessment for POL"):
        require(people["pablo"], EDIT, POLAND)
    require(people["pablo"], EDIT, KENYA)


def test_djangos_own_flags_give_nothing(people):
    people["nina"].is_superuser = people["nina"].is_staff = True
    people["nina"].save()
    assert not any(can_somewhere(people["nina"], permission) for permission in Permission)


def test_scopes_of_a_permission_are_listed(people):
    assert scopes_with(people["pablo"], EDIT) == [AFRICOM]
    assert scopes_with(people["pablo"], Permission.APPROVE) == []
    assert scopes_with(AnonymousUser(), EDIT) == []
