"""The first minutes: the site stands, asks who one is, and shows the world."""

import re

import pytest

from tests.journeys.running_site import start_site

pytestmark = pytest.mark.journey


def test_a_stranger_is_asked_to_sign_in(visit, look):
    page = visit()
    page.goto("/")
    page.get_by_label("Username").wait_for()
    look(page, "sign-in")


def test_the_first_administrator_signs_in_once_with_the_printed_password(visit, site):
    page = visit()
    page.goto("/account/login/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label(re.compile("^Password")).fill(site.first_password)
    page.get_by_role("button", name=re.compile("^sign in$", re.IGNORECASE)).click()
    page.wait_for_url(re.compile("/account/password/change/"))
    page.goto("/")
    assert "/account/password/change/" in page.url, "the one-time password opens nothing else"


def test_it_stops_and_starts_again_with_its_records(tmp_path):
    first = start_site(tmp_path / "home")
    first.stop()
    again = start_site(tmp_path / "home", roles=())
    assert again.first_password == "", "the second start makes no second administrator"
    again.stop()
