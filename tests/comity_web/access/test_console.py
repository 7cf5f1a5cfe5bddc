import pytest
from allauth.mfa.models import Authenticator

from comity.terms.errors import InputError
from comity_web.access.console import account
from comity_web.access.models import AuditEvent, User


@pytest.fixture
def run(people):
    def told(username, **asked):
        said = []
        account(username, say=said.append, **asked)
        return said

    return told


def test_an_account_is_made_with_its_role(run):
    first, second = run("new", role="planner", where="Kenya", full_name="Nadia Invented")
    assert User.objects.get(username="new").check_password(first.rpartition(" ")[2])
    assert second == "new: open; planner, Kenya; no second factor"
    assert AuditEvent.objects.first().actor == "comity"
    assert "command line" in AuditEvent.objects.first().reason


def test_a_role_is_given_to_an_account_that_is_there(run):
    [said] = run("VERA", role="approver")
    assert said == "vera: open; approver, everywhere; viewer, everywhere; no second factor"


def test_a_lost_password_and_factor_are_replaced(run, people):
    Authenticator.objects.create(user=people["ada"], type="totp", data={})
    assert run("ada")[0].endswith("TOTP Authenticator")
    first, second = run("ada", new_password=True, remove_second_factor=True)
    people["ada"].refresh_from_db()
    assert people["ada"].check_password(first.rpartition(" ")[2])
    assert people["ada"].must_change_password
    assert second.endswith("no second factor")


def test_an_account_is_closed_and_opened(run):
    assert run("vera", close=True)[0].startswith("vera: closed")
    assert run("vera", reopen=True)[0].startswith("vera: open")


@pytest.mark.parametrize(
    ("username", "asked", "said"),
    [
        ("new", {}, "Name a --role"),
        ("new", {"role": "king"}, "roles are"),
        ("new", {"role": "viewer", "where": "Atlantis"}, "Atlantis"),
        ("vera", {"full_name": "X"}, "for a new one"),
        ("ada", {"close": True}, "last administrator"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, username, asked, said):
    with pytest.raises(InputError, match=said):
        run(username, **asked)
    assert not User.objects.filter(username="new").exists()
