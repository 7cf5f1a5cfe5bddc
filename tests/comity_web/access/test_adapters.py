"""Single sign-on, against a provider that runs here."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.adapter import get_adapter
from django.core.exceptions import ValidationError

from comity_web.access.actions import change_settings, grant_role, password_chosen, set_active
from comity_web.access.models import AuditEvent, User
from comity_web.site import environment
from tests.comity_web.openid_provider import CLIENT, SECRET, openid_provider


@pytest.fixture
def provider(settings, monkeypatch):
    with openid_provider() as running:
        monkeypatch.setenv("COMITY_OIDC_SERVER", running.url)
        monkeypatch.setenv("COMITY_OIDC_CLIENT", CLIENT)
        monkeypatch.setenv("COMITY_OIDC_SECRET", SECRET)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [environment.oidc()]}}
        yield running


@pytest.fixture
def sign_on(client, provider):
    """Go through the provider as a browser would; return the last page."""

    def through(next_page=""):
        page = client.post(f"/account/sign-on/sso/login/?process=login&next={next_page}")
        there = page.context["address"]
        assert there.startswith(provider.url)
        back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
        parts = urlsplit(back)
        return client.get(f"{parts.path}?{parts.query}")

    return through


def test_whoever_the_provider_vouches_for_gets_an_account_without_a_role(
    people, client, sign_on, provider
):
    page = sign_on()
    assert page.status_code == 302
    olga = User.objects.get(username="olga")
    assert (olga.display_name, olga.email) == ("Olga Invented", "")
    assert not olga.has_usable_password()
    assert not olga.memberships.exists()
    assert client.get("/").status_code == 403
    assert "You have no role yet" in client.get("/people/me/").content.decode()
    actions = [(e.actor, e.action) for e in AuditEvent.objects.all()[:2]]
    assert actions == [("olga", "user.signed_in"), ("single sign-on", "user.created")]
    assert provider.refused == []


def test_the_second_time_it_is_the_same_account(people, client, sign_on):
    sign_on()
    client.post("/account/logout/")
    assert sign_on("/people/me/")["Location"] == "/people/me/"
    assert User.objects.filter(username="olga").count() == 1


def test_single_sign_on_brings_its_own_second_factor(people, client, sign_on):
    change_settings({"require_second_factor": True}, by="tests", expected=2)
    sign_on()
    assert client.get("/people/me/").status_code == 200


def test_a_password_beside_single_sign_on_needs_a_second_factor(people, client, sign_on):
    """Otherwise connecting the two would be a way around it."""
    change_settings({"require_second_factor": True}, by="tests", expected=2)
    sign_on()
    olga = User.objects.get(username="olga")
    olga.set_password("invented-and-long")
    olga.save()
    password_chosen(olga, by=olga)
    client.post("/account/logout/")
    client.post("/account/login/", {"login": "olga", "password": "invented-and-long"})
    assert client.get("/people/me/")["Location"] == "/account/two-factor/"


@pytest.mark.parametrize("name", ["vera", "VERA", "comity", "nobody"])
def test_a_name_that_somebody_has_is_refused(people, client, sign_on, provider, name):
    provider.person["preferred_username"] = name
    page = sign_on()
    assert page.status_code == 403
    assert "Ask an administrator" in page.content.decode()
    assert client.get("/people/me/").status_code == 302
    assert not people["vera"].socialaccount_set.exists()


def test_an_email_address_ties_no_accounts_together(people, client, sign_on, provider):
    people["vera"].email = "shared@example.org"
    people["vera"].save()
    provider.person |= {"email": "shared@example.org", "email_verified": True}
    sign_on()
    assert AuditEvent.objects.filter(action="user.signed_in").first().actor == "olga"
    assert not people["vera"].socialaccount_set.exists()


def test_a_closed_account_stays_out(people, client, sign_on):
    sign_on()
    client.post("/account/logout/")
    olga = User.objects.get(username="olga")
    grant_role(olga, "viewer", by=people["ada"])
    set_active(olga, False, by=people["ada"])
    assert sign_on()["Location"] == "/account/inactive/"
    assert client.get("/people/me/").status_code == 302


def test_a_forged_answer_signs_nobody_in(people, client, provider):
    page = client.get("/account/sign-on/sso/login/callback/?code=x&state=forged")
    assert page.status_code == 401
    assert client.get("/people/me/").status_code == 302


def test_an_answer_cannot_be_used_twice(people, client, provider):
    page = client.post("/account/sign-on/sso/login/")
    back = requests.get(page.context["address"], allow_redirects=False, timeout=5)
    parts = urlsplit(back.headers["Location"])
    assert client.get(f"{parts.path}?{parts.query}").status_code == 302
    client.post("/account/logout/")
    assert client.get(f"{parts.path}?{parts.query}").status_code == 401
    assert client.get("/people/me/").status_code == 302


def test_a_provider_that_is_away_is_said_clearly(people, client, provider):
    provider.shutdown()
    provider.server_close()
    page = client.post("/account/sign-on/sso/login/")
    assert page.status_code == 503
    assert "cannot be reached" in page.content.decode()


def test_nothing_is_asked_for_beyond_who_it_is(people, client, provider):
    page = client.post("/account/sign-on/sso/login/")
    asked = parse_qs(urlsplit(page.context["address"]).query)
    assert set(asked["scope"][0].split()) == {"openid", "profile"}
    assert asked["code_challenge_method"] == ["S256"]


def test_the_providers_signature_is_one_that_the_client_accepts(people, provider, rf):
    """The provider of these tests is a fake; this holds it against the client's own checks."""
    request = rf.get("/")
    request.session = {}
    real = get_adapter().get_provider(request, "sso")
    login = real.verify_token(request, {"id_token": provider.id_token()})
    assert login.account.uid == "1"
    for wrong in ({"aud": "another"}, {"iss": "http://elsewhere"}, {"exp": 1}):
        with pytest.raises(ValidationError):
            real.verify_token(request, {"id_token": provider.id_token(**wrong)})
