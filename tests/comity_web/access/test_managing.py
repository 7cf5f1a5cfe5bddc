"""Escalation, tried from every side: nobody gives or takes what reaches beyond them."""

import pytest
from django.core.exceptions import PermissionDenied

from comity.terms.errors import InputError
from comity_web.access.actions import (
    change_settings,
    create_user,
    grant_role,
    invite,
    reset_password,
    reset_second_factor,
    revoke_role,
    set_active,
)
from comity_web.access.managing import can_manage, places_managed
from comity_web.access.models import Membership, User
from comity_web.access.roles import ROLES
from comity_web.access.scope import EVERYWHERE, Scope

AFRICOM, EUCOM, KENYA, POLAND = (Scope.parse(s) for s in ("AFRICOM", "EUCOM", "Kenya", "Poland"))


@pytest.fixture
def amara(people):
    """Administrator of one command."""
    return User.objects.get(username="amara")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("scope", [EVERYWHERE, EUCOM, POLAND])
def test_an_administrator_of_a_command_gives_no_role_outside_it(people, amara, role, scope):
    for person in (people["nina"], people["pablo"], amara):
        with pytest.raises(PermissionDenied):
            grant_role(person, role, scope, by=amara)
    with pytest.raises(PermissionDenied):
        invite("new", role, scope, by=amara)
    assert not User.objects.filter(username="new").exists()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("scope", [AFRICOM, KENYA])
def test_an_administrator_of_a_command_gives_any_role_inside_it(people, amara, role, scope):
    grant_role(people["nina"], role, scope, by=amara)
    assert people["nina"].memberships.filter(role=role).exists()


@pytest.mark.parametrize("name", ["vera", "petra", "anton", "eva", "pablo", "kofi", "nina"])
def test_whoever_is_no_administrator_manages_nobody(people, name):
    person = User.objects.get(username=name)
    with pytest.raises(PermissionDenied):
        grant_role(person, "administrator", by=person)
    with pytest.raises(PermissionDenied):
        grant_role(person, "viewer", KENYA, by=person)
    with pytest.raises(PermissionDenied):
        create_user("new", by=person)
    with pytest.raises(PermissionDenied):
        reset_password(people["ada"], by=person)
    with pytest.raises(PermissionDenied):
        change_settings({"require_second_factor": True}, by=person, expected=2)


@pytest.mark.parametrize("name", ["ada", "vera", "nina"])
def test_an_account_that_reaches_further_is_out_of_reach(people, amara, name):
    """Whoever sets a password can sign in with it; without a role today may be anything tomorrow."""
    other = people[name]
    for act in (
        lambda: reset_password(other, by=amara),
        lambda: reset_second_factor(other, by=amara),
        lambda: set_active(other, False, by=amara),
        lambda: set_active(other, True, by=amara),
    ):
        with pytest.raises(PermissionDenied, match="administrator of the whole site"):
            act()


def test_one_role_elsewhere_is_enough_to_be_out_of_reach(people, amara):
    pablo = people["pablo"]
    assert can_manage(amara, pablo)
    grant_role(pablo, "viewer", POLAND, by=people["ada"])
    assert not can_manage(amara, User.objects.get(pk=pablo.pk))


def test_taking_away_the_roles_elsewhere_is_no_way_in(people, amara):
    grant_role(people["pablo"], "viewer", POLAND, by=people["ada"])
    elsewhere = Membership.objects.get(user=people["pablo"], scope_code=POLAND.code)
    with pytest.raises(PermissionDenied):
        revoke_role(elsewhere, by=amara)


def test_a_partner_of_another_command_is_elsewhere(people, amara):
    with pytest.raises(PermissionDenied):
        grant_role(people["kofi"], "viewer", POLAND, by=amara)
    grant_role(people["kofi"], "viewer", Scope.parse("Ghana"), by=amara)


def test_only_an_administrator_of_everything_sets_up_the_site_and_makes_bare_accounts(amara):
    with pytest.raises(PermissionDenied):
        change_settings({"anonymous_viewers": True}, by=amara, expected=2)
    with pytest.raises(PermissionDenied):
        create_user("new", by=amara)


def test_a_closed_administrator_manages_nobody(people, amara):
    set_active(amara, False, by=people["ada"])
    amara = User.objects.get(pk=amara.pk)
    with pytest.raises(PermissionDenied):
        grant_role(people["nina"], "viewer", KENYA, by=amara)


def test_the_last_administrator_stays(people):
    last = Membership.objects.get(user=people["ada"])
    with pytest.raises(InputError, match="last administrator"):
        revoke_role(last, by=people["ada"])
    assert Membership.objects.filter(pk=last.pk).exists()
    with pytest.raises(InputError, match="your own account"):
        set_active(people["ada"], False, by=people["ada"])
    with pytest.raises(InputError, match="last administrator"):
        set_active(people["ada"], False, by="comity")
    assert User.objects.get(username="ada").is_active


def test_places_managed_are_those_of_the_administrator(people, amara):
    assert EVERYWHERE in places_managed(people["ada"])
    mine = places_managed(amara)
    assert mine[0] == AFRICOM
    assert KENYA in mine
    assert not {EVERYWHERE, EUCOM, POLAND} & set(mine)
