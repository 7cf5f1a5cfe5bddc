import re
from html import unescape

from django.test import Client

from comity_web.assess.actions import move_scenario, save_scenario
from comity_web.assess.models import Scenario
from comity_web.assess.recipes import model_from
from tests.comity_web.assess.scenes import make_scenario

BACKEND = "django.contrib.auth.backends.ModelBackend"


def as_person(people, name):
    client = Client()
    client.force_login(people[name], backend=BACKEND)
    return client


def filled(page, **changes):
    form = page.context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    return {**values, "version": page.context["number"], **changes}


def hidden(page):
    """The fields of the page on which two versions stand side by side."""
    text = page.content.decode()
    kept = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text)
    areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n?(.*?)</textarea>', text, re.DOTALL)
    return {name: unescape(value) for name, value in [*kept, *areas]}


def test_a_save_is_a_new_version(people):
    scenario = make_scenario(people["petra"])
    client = as_person(people, "pablo")
    address = f"/scenarios/{scenario.pk}/edit/"
    answer = client.post(address, filled(client.get(address), note="Thicker.", reason="Asked."))
    assert answer.status_code == 302
    assert "saved as version 2" in client.get(answer["Location"]).content.decode()
    assert Scenario.objects.get().note == "Thicker."
    again = client.post(address, filled(client.get(address)), follow=True)
    assert "Nothing differs" in again.content.decode()


def test_two_editors_at_once_lose_nothing(people):
    scenario = make_scenario(people["petra"])
    address = f"/scenarios/{scenario.pk}/edit/"
    first, second = as_person(people, "petra"), as_person(people, "pablo")
    mine, theirs = filled(first.get(address)), filled(second.get(address))
    assert second.post(address, {**theirs, "note": "Pablo's note."}).status_code == 302
    page = first.post(address, {**mine, "note": "Petra's note."})
    assert page.status_code == 409
    text = page.content.decode()
    assert "Pablo&#x27;s note." in text
    assert "Petra&#x27;s note." in text
    assert Scenario.objects.get().note == "Pablo's note."
    again = first.post(address, hidden(page))
    assert again.status_code == 302
    scenario.refresh_from_db()
    assert (scenario.note, scenario.version) == ("Petra's note.", 3)
    assert [v.note for v in scenario.versions.all()] == ["Petra's note.", "Pablo's note.", "Drill."]


def test_the_studios_settings_fill_the_form(people):
    scenario = make_scenario(people["petra"])
    client = as_person(people, "petra")
    address = f"/scenarios/{scenario.pk}/edit/"
    page = client.get(f"{address}?base=scenario-{scenario.pk}-1&w-governance=2&group=AFRICOM")
    client.post(address, filled(page))
    weights = {c.id: c.weight for c in model_from(Scenario.objects.get().recipe).constructs}
    assert weights["governance"] == 2.0


def test_settings_on_an_old_version_are_told_before_they_overwrite(people):
    scenario = make_scenario(people["petra"])
    save_scenario(scenario, {"note": "Newer."}, by=people["pablo"], expected=1)
    client = as_person(people, "petra")
    address = f"/scenarios/{scenario.pk}/edit/"
    page = client.get(f"{address}?base=scenario-{scenario.pk}-1&w-governance=2")
    assert page.context["number"] == 1
    assert client.post(address, filled(page)).status_code == 409


def test_only_drafts_and_only_where_the_role_holds(people):
    scenario = make_scenario(people["petra"])
    address = f"/scenarios/{scenario.pk}/edit/"
    assert as_person(people, "kofi").get(address).status_code == 404
    assert as_person(people, "anton").get(address).status_code == 403
    move_scenario(scenario, "submit", by=people["petra"], expected=1)
    page = as_person(people, "petra").get(address)
    assert page.status_code == 400
    assert "only a draft can be changed" in page.content.decode()
