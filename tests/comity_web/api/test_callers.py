import pytest
from django.test import Client

from comity_web.access.actions import reset_password
from comity_web.api.actions import revoke_token
from comity_web.api.callers import BODY_MOST, FAILURES_MOST, WAIT
from comity_web.api.models import ApiToken
from tests.comity_web.calling import Program

BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_a_token_acts_for_its_owner_until_it_is_revoked(program):
    vera = program("vera")
    assert vera.get("/me")["username"] == "vera"
    token = ApiToken.objects.get()
    assert token.last_used_at
    revoke_token(token, by=token.owner)
    assert "revoked" in vera.get("/me", 401)["detail"]


@pytest.mark.parametrize("header", ["Bearer ", "Bearer nonsense", "Basic dmVyYTp2ZXJh", "nonsense"])
def test_a_wrong_header_is_refused_and_never_taken_for_nobody(program, people, header):
    assert Program({"Authorization": header}).get("/partners", 401)["status"] == 401


def test_many_wrong_tokens_have_to_wait_and_a_right_one_too(program):
    vera = program("vera")
    wrong = Program({"Authorization": "Bearer wrong"})
    for _ in range(FAILURES_MOST):
        wrong.get("/me", 401)
    answer = wrong.call("GET", "/me")
    assert (answer.status_code, answer["Retry-After"]) == (429, str(WAIT))
    vera.get("/me", 429)
    assert (
        vera.client.get("/api/v1/me", headers=vera.headers, REMOTE_ADDR="10.0.0.9").status_code
        == 200
    )


def test_a_browser_session_reads_as_it_is_and_writes_with_its_form_token(people):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people["petra"], backend=BACKEND)
    browser = Program(client=client)
    assert browser.get("/me")["username"] == "petra"
    refused = browser.send("POST", "/scenarios", {"name": "Mine"}, 403)
    assert "X-CSRFToken" in refused["detail"]
    client.get("/people/me/")
    form_token = client.cookies["csrftoken"].value
    made = browser.send("POST", "/scenarios", {"name": "Mine"}, 201, X_CSRFToken=form_token)
    assert made["prepared_by"] == "petra"


def test_a_token_needs_no_form_token(program):
    petra = program("petra")
    petra.client = Client(enforce_csrf_checks=True)
    assert petra.send("POST", "/scenarios", {"name": "Mine"}, 201)["name"] == "Mine"


def test_a_reset_password_stops_the_tokens_too(program, people):
    vera = program("vera")
    reset_password(people["vera"], by=people["ada"])
    assert "one-time password" in vera.get("/me", 403)["detail"]


def test_a_body_that_is_too_large_is_refused_unread(program):
    text = "x" * (BODY_MOST + 1)
    assert program("petra").send("POST", "/scores", {"toml": text}, 413)["status"] == 413


def test_an_address_that_no_database_holds_is_refused(program):
    assert "NUL" in program("vera").get("/partners?search=a%00b", 400)["detail"]


def test_a_server_behind_a_socket_file_knows_no_addresses_and_works(program):
    vera = program("vera")
    answer = vera.client.get("/api/v1/me", headers=vera.headers, REMOTE_ADDR="")
    assert answer.status_code == 200
