from django.urls import resolve, reverse

from comity_web.access.account_urls import CLOSED
from comity_web.access.pages.closed import closed


def test_what_is_closed_stands_in_front_of_what_allauth_offers():
    for entry in CLOSED:
        path = "/account/" + str(entry.pattern).replace("^", "").replace("$", "")
        if "(?P" not in path:
            assert resolve(path).func is closed, path


def test_the_names_that_allauth_asks_for_are_there():
    for name in ("account_signup", "account_email", "account_reset_password"):
        assert reverse(name).startswith("/account/")
    assert reverse("account_confirm_email", args=["x"]) == "/account/confirm-email/x/"
