import re
from html import unescape

import pytest
from django.test import Client

from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess.models import Priority
from tests.comity_web.assess.scenes import make_priority

BACKEND = "django.contrib.auth.backends.ModelBackend"
AFRICOM = Scope("command", "AFRICOM")
ADDRESS = "/board/priority/KEN/?group=AFRICOM&year=2022"
HTMX = {"HX-Request": "true"}


def as_person(people, name):
    client = Client()
    client.force_login(people[name], backend=BACKEND)
    return client


def fields(page):
    """All fields of the last form on a page."""
    text = page.content.decode()
    inputs = [
        dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<input[^>]*>", text)
    ]
    named = {i["name"]: unescape(i.get("value", "")) for i in inputs if "name" in i}
    areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n?(.*?)</textarea>', text, re.DOTALL)
    return {**named, **{name: unescape(value) for name, value in areas}}


def test_the_page_shows_place_priority_and_history(people, signed_in):
    make_priority(people["pablo"], "KEN", 90.0, holder=AFRICOM, reason="Port access.")
    page = signed_in("pablo").get(ADDRESS).content.decode()
    for said in ("Priority of Kenya", "set for AFRICOM", "Port access.", "priority.set", "Undo"):
        assert said in page, said


def test_without_a_script_the_form_saves_and_comes_back(people):
    client = as_person(people, "pablo")
    page = client.get(ADDRESS)
    answer = client.post(ADDRESS, {**fields(page), "value": "75", "reason": "Drill."}, follow=True)
    assert "The priority is saved." in answer.content.decode()
    saved = Priority.objects.get()
    assert (saved.value, saved.scope, saved.set_by) == (75.0, AFRICOM, "pablo")


def test_in_a_cell_the_form_alone_comes_and_saving_renews_the_board(people):
    client = as_person(people, "pablo")
    cell = client.get(f"{ADDRESS}&cell=1", headers=HTMX)
    text = cell.content.decode()
    assert text.lstrip().startswith("<form")
    assert "HX-Request" in cell["Vary"]
    given = {**fields(cell), "value": "75", "reason": "Drill."}
    answer = client.post(ADDRESS, given, headers=HTMX)
    renewed = answer.content.decode()
    assert "The priority is saved." in renewed
    assert 'id="plane"' in renewed
    assert "<html" not in renewed


def test_the_panel_puts_its_partner_into_the_address(people):
    panel = as_person(people, "vera").get(ADDRESS, headers=HTMX)
    assert panel["HX-Replace-Url"] == "/board/?year=2022&group=AFRICOM&partner=KEN"
    assert "you need the role of a planner there" in panel.content.decode()


def test_two_editors_at_once_are_told_and_lose_nothing(people):
    make_priority(people["petra"], "KEN", 50.0, holder=AFRICOM)
    first, second = as_person(people, "petra"), as_person(people, "pablo")
    mine, theirs = fields(first.get(ADDRESS)), fields(second.get(ADDRESS))
    second.post(ADDRESS, {**theirs, "value": "80", "reason": "Port access."})
    page = first.post(ADDRESS, {**mine, "value": "20", "reason": "Less to do."})
    assert page.status_code == 409
    text = page.content.decode()
    assert "80.0" in text
    assert "Port access." in text
    assert "Less to do." in text
    assert Priority.objects.get().value == 80.0
    again = first.post(ADDRESS, fields(page))
    assert again.status_code == 302
    saved = Priority.objects.get()
    assert (saved.value, saved.reason, saved.version) == (20.0, "Less to do.", 3)
    assert [v.value for v in saved.versions.all()] == [20.0, 80.0, 50.0]


def test_in_place_a_conflict_stands_where_the_form_stood(people):
    first, second = as_person(people, "petra"), as_person(people, "pablo")
    mine = fields(first.get(f"{ADDRESS}&cell=1", headers=HTMX))
    second.post(ADDRESS, {"version": "0", "value": "80", "reason": "Port access."})
    part = first.post(ADDRESS, {**mine, "value": "20", "reason": "Less."}, headers=HTMX)
    assert part.status_code == 409
    assert part["HX-Retarget"] == "closest [data-priority]"
    assert "Somebody saved first" in part.content.decode()
    assert "80: Port access." in part.content.decode()
    again = first.post(ADDRESS, fields(part), headers=HTMX)
    assert again.status_code == 200
    assert Priority.objects.get().value == 20.0


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_priority_needs_a_reason(people, headers):
    answer = as_person(people, "pablo").post(
        ADDRESS, {"version": "0", "value": "20", "reason": ""}, headers=headers
    )
    assert answer.status_code == 400
    assert "Say why" in answer.content.decode()
    assert not Priority.objects.exists()


def test_permission_is_by_scope(people):
    given = {"version": "0", "value": "20", "reason": "Drill."}
    everywhere = "/board/priority/KEN/?year=2022"
    kenya = "/board/priority/KEN/?year=2022&holder=KEN"
    assert as_person(people, "pablo").post(everywhere, given).status_code == 403
    assert as_person(people, "kofi").post(ADDRESS, given).status_code == 403
    assert as_person(people, "vera").post(ADDRESS, given).status_code == 403
    assert as_person(people, "kofi").post(kenya, given).status_code == 302
    assert as_person(people, "kofi").post(kenya.replace("/KEN/", "/GHA/"), given).status_code == 400
    assert as_person(people, "petra").post(everywhere, given).status_code == 302
    assert {p.scope for p in Priority.objects.all()} == {Scope("partner", "KEN"), EVERYWHERE}


def test_an_unknown_partner_is_not_there(people):
    assert as_person(people, "vera").get("/board/priority/ATLANTIS/").status_code == 404
