import pytest

from comity_web.access.actions import password_chosen, reset_password
from comity_web.access.models import AuditEvent

PASSWORD = "invented-and-long-enough"


@pytest.fixture
def door(people, client):
    """Try a name and a password at the sign-in page."""
    people["vera"].set_password(PASSWORD)
    people["vera"].save()
    password_chosen(people["vera"], by=people["vera"])

    def knock(username, password=PASSWORD):
        return client.post("/account/login/", {"login": username, "password": password})

    return knock


def last():
    return AuditEvent.objects.first()


def test_signing_in_and_out_leaves_two_lines(door, client):
    assert door("vera").status_code == 302
    assert (last().actor, last().action, last().target_name) == ("vera", "user.signed_in", "vera")
    assert last().after == {"methods": ["password"], "address": "127.0.0.1"}
    client.post("/account/logout/")
    assert (last().actor, last().action) == ("vera", "user.signed_out")


def test_a_wrong_password_leaves_a_line_about_the_account(door, people):
    page = door("vera", "wrong")
    assert "No account has this username and password." in page.content.decode()
    assert (last().actor, last().action) == ("nobody", "user.sign_in_failed")
    assert last().target_id == str(people["vera"].pk)


def test_a_name_that_no_account_has_is_not_kept(door):
    door("my-secret-typed-in-the-wrong-box", "x")
    assert last().action == "user.sign_in_failed"
    assert last().target_name == "(no such account)"
    assert not AuditEvent.objects.filter(target_name__contains="secret").exists()


def test_the_sixth_failure_is_refused_even_with_the_right_password(door):
    for _ in range(5):
        door("vera", "wrong")
    page = door("Vera")
    assert page.status_code == 200
    assert "Wait five minutes" in page.content.decode()
    assert last().action == "user.sign_in_throttled"
    door("vera")
    assert AuditEvent.objects.filter(action="user.sign_in_throttled").count() == 1


def test_naming_the_site_otherwise_does_not_begin_the_count_again(door, client):
    for _ in range(5):
        door("vera", "wrong")
    client.defaults["HTTP_HOST"] = "localhost"
    assert "Wait five minutes" in door("vera").content.decode()


def test_one_address_that_tries_many_accounts_is_refused_too(door):
    for number in range(20):
        door(f"name-{number}", "wrong")
    assert "from this address" in door("vera").content.decode()


def test_a_closed_account_cannot_sign_in(door, people):
    people["vera"].is_active = False
    people["vera"].save()
    door("vera")
    assert not AuditEvent.objects.filter(action="user.signed_in").exists()


def test_a_new_one_time_password_ends_every_session(door, client, people):
    door("vera")
    assert client.get("/people/me/").status_code == 200
    reset_password(people["vera"], by=people["ada"])
    assert client.get("/people/me/").status_code == 302
