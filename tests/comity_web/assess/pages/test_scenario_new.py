from comity_web.assess.models import Scenario
from comity_web.assess.recipes import model_from

ADDRESS = "/scenarios/new/?base=comity-default&year=2022&group=AFRICOM&w-governance=4"


def filled(client, **changes):
    page = client.get(ADDRESS)
    form = page.context["form"]
    return {"name": "Mine", "note": "", **form.initial, "reason": "Asked for.", **changes}


def test_the_studios_settings_are_saved_under_a_name(signed_in):
    client = signed_in("pablo")
    answer = client.post(ADDRESS, filled(client))
    scenario = Scenario.objects.get()
    assert answer["Location"] == f"/scenarios/{scenario.pk}/"
    assert (scenario.name, scenario.group, scenario.prepared_by) == ("Mine", "AFRICOM", "pablo")
    weights = {c.id: c.weight for c in model_from(scenario.recipe).constructs}
    assert weights["governance"] == 4.0
    assert "is saved as a draft" in client.get(answer["Location"]).content.decode()


def test_mistakes_keep_what_was_written(signed_in):
    client = signed_in("petra")
    page = client.post(ADDRESS, filled(client, name="", note="Long thoughts."))
    assert page.status_code == 200
    assert "Long thoughts." in page.content.decode()
    assert not Scenario.objects.exists()


def test_where_the_role_does_not_hold_nothing_is_saved(signed_in):
    client = signed_in("kofi")
    assert "needs the role of a planner there" in client.get(ADDRESS).content.decode()
    assert client.post(ADDRESS, filled(client)).status_code == 403
    assert not Scenario.objects.exists()
