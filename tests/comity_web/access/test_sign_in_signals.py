import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.db import connection
from django.utils import timezone

from comity_web.access.actions import password_chosen
from comity_web.access.models import AuditEvent

PASSWORD = "invented-and-long-enough"


def code_now(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def vera(people):
    people["vera"].set_password(PASSWORD)
    people["vera"].save()
    password_chosen(people["vera"], by=people["vera"])
    TOTP.activate(people["vera"], "JBSWY3DPEHPK3PXP")
    return people["vera"]


def test_a_wrong_code_after_a_right_password_leaves_a_line(vera, client):
    page = client.post("/account/login/", {"login": "vera", "password": PASSWORD})
    assert page["Location"] == "/account/two-factor/authenticate/"
    client.post("/account/two-factor/authenticate/", {"code": "000000"})
    event = AuditEvent.objects.first()
    assert (event.actor, event.action, event.target_id) == (
        "nobody",
        "user.code_refused",
        str(vera.pk),
    )
    assert client.get("/people/me/").status_code == 302


def test_codes_cannot_be_tried_for_ever(vera, client):
    client.post("/account/login/", {"login": "vera", "password": PASSWORD})
    for _ in range(6):
        page = client.post("/account/two-factor/authenticate/", {"code": "000000"})
    assert "Too many failed attempts" in page.content.decode()
    assert AuditEvent.objects.filter(action="user.code_refused").count() <= 5


def test_an_app_that_is_added_leaves_a_line(people, client, django_capture_on_commit_callbacks):
    people["petra"].set_password(PASSWORD)
    people["petra"].save()
    password_chosen(people["petra"], by=people["petra"])
    client.post("/account/login/", {"login": "petra", "password": PASSWORD})
    page = client.get("/account/two-factor/totp/activate/")
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/two-factor/totp/activate/", {"code": code_now(secret)})
    assert done["Location"] == "/account/two-factor/recovery-codes/"
    told = AuditEvent.objects.filter(action__startswith="user.factor_")
    assert {e.after["factor"] for e in told} == {"totp", "recovery_codes"}
    assert {e.actor for e in told} == {"petra"}


def test_a_code_is_remembered_for_as_long_as_it_would_be_accepted(vera, client):
    client.post("/account/login/", {"login": "vera", "password": PASSWORD})
    code = code_now("JBSWY3DPEHPK3PXP")
    assert client.post("/account/two-factor/authenticate/", {"code": code}).status_code == 302
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM site_shared_cache WHERE cache_key LIKE %s AND expires > %s",
            [f"%totp.used%{code}", timezone.now() + timedelta(seconds=80)],
        )
        assert cursor.fetchone() == (1,)
    client.post("/account/logout/")
    client.post("/account/login/", {"login": "vera", "password": PASSWORD})
    again = client.post("/account/two-factor/authenticate/", {"code": code})
    assert "Incorrect code" in again.content.decode()
