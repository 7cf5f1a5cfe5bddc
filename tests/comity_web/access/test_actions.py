import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from comity.terms.errors import InputError
from comity_web.access.actions import (
    create_user,
    grant_role,
    invite,
    reset_password,
    reset_second_factor,
    revoke_role,
    set_active,
)
from comity_web.access.models import AuditEvent, Membership, User
from comity_web.access.scope import Scope


@pytest.mark.parametrize("name", ["VERA", "comity", "Nobody", "two words", "", "x" * 151])
def test_a_name_that_is_taken_reserved_or_no_name_is_refused(people, name):
    with pytest.raises(InputError):
        create_user(name, by=people["ada"])


def test_the_database_holds_one_account_for_a_name_however_it_is_written(people):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="Vera")


def test_an_invitation_makes_account_and_role_or_neither(people):
    user, password = invite(
        "new", "planner", Scope.parse("Kenya"), by=people["ada"], full_name="Nadia Invented Name"
    )
    assert (user.first_name, user.last_name) == ("Nadia Invented", "Name")
    assert user.check_password(password)
    assert user.must_change_password
    assert [e.action for e in AuditEvent.objects.all()[:2]] == [
        "membership.granted",
        "user.created",
    ]
    with pytest.raises(InputError, match="no role 'king'"):
        invite("other", "king", by=people["ada"])
    assert not User.objects.filter(username="other").exists()


def test_a_role_given_twice_is_given_once(people):
    before = AuditEvent.objects.count()
    grant_role(people["vera"], "viewer", by=people["ada"])
    assert AuditEvent.objects.count() == before


def test_a_role_taken_says_from_whom_and_why(people):
    grant = Membership.objects.get(user=people["kofi"])
    revoke_role(grant, by=people["ada"], reason="moved on")
    event = AuditEvent.objects.first()
    assert event.before == {"user": "kofi", "role": "planner", "scope": "KEN"}
    assert (event.scope, event.reason) == ("KEN", "moved on")


def test_no_password_is_given_to_whom_the_provider_vouches_for(people):
    people["vera"].set_unusable_password()
    people["vera"].save()
    with pytest.raises(InputError, match="identity provider"):
        reset_password(people["vera"], by=people["ada"])


def test_a_lost_second_factor_is_removed_whole(people):
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=people["vera"], type=kind, data={})
    Authenticator.objects.create(user=people["petra"], type="totp", data={})
    assert reset_second_factor(people["vera"], by=people["ada"], reason="lost telephone") == 2
    assert list(Authenticator.objects.values_list("user__username", flat=True)) == ["petra"]
    assert AuditEvent.objects.first().before == {"factors": ["recovery_codes", "totp"]}


def test_a_closed_account_keeps_what_it_did(people, client):
    client.force_login(people["vera"], backend="django.contrib.auth.backends.ModelBackend")
    set_active(people["vera"], False, by=people["ada"], reason="left")
    assert client.get("/people/me/").status_code == 302
    set_active(people["vera"], True, by=people["ada"])
    assert User.objects.get(username="vera").memberships.exists()
