"""What every answer carries: a strict policy, no code inside a page, no cookie without its flags."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.test import Client

from tests.comity_web.test_every_route import BACKEND, filled, lines

ROUTES = [
    line["address"]
    for line in lines()
    if line["method"] == "GET" and line["ada"] == "200" and not line["address"].startswith("/api/v")
]
INLINE = {
    "script": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>", re.IGNORECASE
    ),
    "style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "style attribute": re.compile(r"<[a-z][^>]*\sstyle=", re.IGNORECASE),
    "event handler": re.compile(r"<[a-z][^>]*\son[a-z]+=", re.IGNORECASE),
    "javascript address": re.compile(r"(?:href|src|action)=\"\s*javascript:", re.IGNORECASE),
}


def policy(response):
    parts = response["Content-Security-Policy"].split(";")
    return {p.split()[0]: p.split()[1:] for p in (part.strip() for part in parts) if p}


@pytest.mark.parametrize("address", ROUTES)
def test_every_page_carries_the_policy_and_no_code_inside(address, people):
    client = Client()
    client.force_login(people["ada"], backend=BACKEND)
    response = client.get(filled(address, people))
    told = policy(response)
    assert told["default-src"] == ["'none'"]
    assert told["script-src"] == told["style-src"] == told["connect-src"] == ["'self'"]
    assert told["frame-ancestors"] == told["base-uri"] == ["'none'"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    if response["Content-Type"].startswith("text/html"):
        body = response.content.decode()
        found = {kind: rule.search(body) for kind, rule in INLINE.items()}
        assert {k: m[0] for k, m in found.items() if m} == {}


@pytest.mark.parametrize("address", ["/no/such/page/", "/account/signup/", "/people/new/"])
def test_refusals_carry_it_too(address, signed_in):
    assert policy(signed_in("vera").get(address))["default-src"] == ["'none'"]


def test_no_cookie_goes_without_its_flags(people, client):
    people["vera"].set_password("invented-and-long")
    people["vera"].save()
    client.get("/account/login/")
    client.post("/account/login/", {"login": "vera", "password": "invented-and-long"})
    assert {"csrftoken", "sessionid"} <= set(client.cookies)
    for name, cookie in client.cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert cookie["path"] == "/", name
    assert client.cookies["sessionid"]["max-age"] == ""  # ends with the browser


def settings_with(**environment):
    """Settings as a server process sees them."""
    asked = [
        *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"),
        *("SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "CSRF_TRUSTED_ORIGINS"),
        *("MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", "ALLAUTH_TRUSTED_PROXY_COUNT", "DEBUG"),
    ]
    code = (
        "import json; from comity_web.site.configured import setup; setup();"
        f"from django.conf import settings; print(json.dumps({{n: getattr(settings, n) for n in {asked}}}))"
    )
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("DJANGO_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**clean, "COMITY_SECRET_KEY": "x", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_behind_tls_cookies_are_secure_and_browsers_are_told_to_stay(tmp_path):
    told = settings_with(COMITY_HOME=str(tmp_path), COMITY_HTTPS="1", COMITY_HOSTS="comity.example")
    assert told["SESSION_COOKIE_SECURE"]
    assert told["CSRF_COOKIE_SECURE"]
    assert told["SECURE_SSL_REDIRECT"]
    assert told["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert told["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert told["CSRF_TRUSTED_ORIGINS"] == ["https://comity.example"]
    assert not told["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]
    assert told["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


def test_without_a_proxy_nothing_that_a_visitor_sends_is_believed(tmp_path):
    told = settings_with(COMITY_HOME=str(tmp_path))
    assert told["SECURE_PROXY_SSL_HEADER"] is None
    assert told["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0
    assert not told["DEBUG"]
