"""A planner gives a program a token, the program works, the planner ends it; all that it may do is shown."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.journey


def called(site, secret, path):
    request = Request(f"{site.url}/api/v1{path}", headers={"Authorization": f"Bearer {secret}"})
    try:
        with urlopen(request) as answer:
            return answer.status, json.loads(answer.read())
    except HTTPError as refusal:
        with refusal:
            return refusal.code, json.loads(refusal.read())


def test_a_token_is_made_used_and_ended(site, visit, look):
    page = visit("planner")
    page.goto("/api/")
    look(page, "api-reference", full=False)
    page.get_by_role("link", name="Your tokens").click()
    page.get_by_label("Name").fill("weekly briefing")
    page.get_by_role("button", name="Make a token").click()
    secret = page.locator("#secret").inner_text()
    look(page, "api-tokens")
    status, me = called(site, secret, "/me")
    assert (status, me["username"], me["reads_only"]) == (200, "planner", True)
    assert called(site, secret, "/scores?group=AFRICOM")[1]["partners"]
    page.goto("/api/tokens/")
    assert secret not in page.content()
    page.get_by_role("button", name="Revoke weekly briefing").click()
    page.get_by_text("stops working at once").wait_for()
    assert called(site, secret, "/me")[0] == 401


def test_the_reference_opens_by_keyboard_and_fits_a_phone(visit, look):
    page = visit("viewer", viewport={"width": 390, "height": 844})
    page.goto("/api/")
    summary = page.locator("#read_scores summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.locator("#read_scores").get_by_text("A grouping; all partners where left out.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    look(page, "api-reference-phone", full=False)
