"""What stands between a sign-in and the site, and how long a session lasts."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator

from comity_web.access.actions import change_settings, password_chosen, reset_password
from comity_web.access.models import AuditEvent
from comity_web.access.queries import site_settings

PASSWORD = "invented-and-long-enough"
HOUR = 3600


@pytest.fixture
def vera(people, client):
    """Signed in by password, as a browser does it."""
    people["vera"].set_password(PASSWORD)
    people["vera"].save()
    password_chosen(people["vera"], by=people["vera"])
    client.post("/account/login/", {"login": "vera", "password": PASSWORD})
    return people["vera"]


def age(client, seconds):
    """Let the session have begun earlier."""
    session = client.session
    records = session[AUTHENTICATION_METHODS_SESSION_KEY]
    for record in records:
        record["at"] -= seconds
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session.save()


def test_a_one_time_password_opens_nothing_but_the_choice_of_another(people, client):
    password = reset_password(people["vera"], by=people["ada"])
    client.post("/account/login/", {"login": "vera", "password": password})
    for address in ("/", "/people/me/", "/people/roles/"):
        assert client.get(address)["Location"] == "/account/password/change/"
    client.post(
        "/account/password/change/",
        {"oldpassword": password, "password1": PASSWORD, "password2": PASSWORD},
    )
    assert client.get("/people/me/").status_code == 200


@pytest.mark.parametrize("weak", ["short", "123456789012", "password1234"])
def test_a_weak_password_is_refused(people, client, weak):
    password = reset_password(people["vera"], by=people["ada"])
    client.post("/account/login/", {"login": "vera", "password": password})
    sent = {"oldpassword": password, "password1": weak, "password2": weak}
    assert client.post("/account/password/change/", sent).status_code == 200
    people["vera"].refresh_from_db()
    assert people["vera"].must_change_password


def test_where_a_second_factor_is_required_nothing_opens_before_there_is_one(vera, client):
    assert client.get("/people/me/").status_code == 200
    change_settings({"require_second_factor": True}, by="tests", expected=2)
    assert client.get("/people/me/")["Location"] == "/account/two-factor/"
    Authenticator.objects.create(user=vera, type="recovery_codes", data={})
    assert client.get("/people/me/").status_code == 302, "recovery codes alone are no factor"
    Authenticator.objects.create(user=vera, type="totp", data={})
    assert client.get("/people/me/").status_code == 200


def test_whoever_takes_the_factor_away_again_is_stopped_at_once(vera, client):
    change_settings({"require_second_factor": True}, by="tests", expected=2)
    client.get("/account/two-factor/totp/activate/")
    Authenticator.objects.create(user=vera, type="totp", data={"secret": "A"})
    assert client.get("/people/me/").status_code == 200
    assert client.post("/account/two-factor/totp/deactivate/").status_code == 302
    assert AuditEvent.objects.first().action == "user.factor_removed"
    assert client.get("/people/me/").status_code == 302


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(vera, client):
    age(client, 11 * HOUR)
    assert client.get("/people/me/").status_code == 200
    age(client, 1 * HOUR + 60)
    assert client.get("/people/me/")["Location"] == "/account/login/?next=/people/me/"
    assert AuditEvent.objects.first().action == "user.signed_out"
    assert "ended after twelve hours" in client.get("/account/login/").content.decode()


def test_changing_how_one_signs_in_asks_again_after_a_while(vera, client):
    assert client.get("/account/two-factor/totp/activate/").status_code == 200
    age(client, 901)
    asked = client.get("/account/two-factor/totp/activate/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    client.post(asked["Location"], {"password": "wrong"})
    assert AuditEvent.objects.first().action == "user.sign_in_failed"
    client.post(asked["Location"], {"password": PASSWORD})
    assert client.get("/account/two-factor/totp/activate/").status_code == 200


def test_a_changed_password_ends_other_sessions(vera, client, django_user_model):
    from django.test import Client

    other = Client()
    other.post("/account/login/", {"login": "vera", "password": PASSWORD})
    assert other.get("/people/me/").status_code == 200
    new = f"{PASSWORD}-new"
    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert client.get("/people/me/").status_code == 200
    assert other.get("/people/me/").status_code == 302


def test_a_program_in_a_browser_session_is_refused_in_its_own_shape(vera, client):
    settings = site_settings()
    change_settings({"require_second_factor": True}, by="tests", expected=settings.version)
    missing = client.get("/api/v1/me")
    assert missing.status_code == 403
    assert missing["Content-Type"] == "application/problem+json"
    assert "do it first" in missing.json()["detail"]
    age(client, 13 * HOUR)
    ended = client.get("/api/v1/me")
    assert (ended.status_code, ended.json()["detail"]) == (
        401,
        "Your session ended; sign in again.",
    )
