from comity_web.assess.actions import save_scenario
from comity_web.assess.models import Scenario
from comity_web.assess.scored import default_model
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def test_archive_and_bring_back(people, signed_in):
    scenario = make_scenario(people["petra"])
    client = signed_in("petra")
    address = f"/scenarios/{scenario.pk}/archive/"
    page = client.post(address, {"archived": "1", "version": 1}, follow=True).content.decode()
    assert "nothing of it is lost" in page
    assert "Bring back from the archive" in page
    client.post(address, {"archived": "0", "version": 2})
    scenario.refresh_from_db()
    assert not scenario.archived


def test_a_copy_of_what_others_agreed(people, signed_in):
    scenario = make_agreed(people)
    client = signed_in("pablo")
    client.post(f"/scenarios/{scenario.pk}/duplicate/", {"name": ""})
    copy = Scenario.objects.get(name="Governance first (copy)")
    assert (copy.prepared_by, copy.status) == ("pablo", "draft")
    again = client.post(f"/scenarios/{scenario.pk}/duplicate/", {"name": copy.name})
    assert again.status_code == 400
    assert "already" in again.content.decode()


def test_restoring_is_undoing(people, signed_in):
    scenario = make_scenario(people["petra"])
    first = scenario.recipe
    save_scenario(scenario, {"recipe": default_model().to_toml()}, by=people["petra"], expected=1)
    client = signed_in("petra")
    address = f"/scenarios/{scenario.pk}/version/1/restore/"
    assert client.post(address, {"version": 1}).status_code == 409
    page = client.post(address, {"version": 2}, follow=True).content.decode()
    assert "Version 1 is restored as version 3." in page
    scenario.refresh_from_db()
    assert scenario.recipe == first
    assert "Nothing differs" in client.post(address, {"version": 3}, follow=True).content.decode()


def test_only_planners_of_the_scope(people, signed_in):
    scenario = make_scenario(people["petra"])
    for path in ("archive/", "version/1/restore/"):
        address = f"/scenarios/{scenario.pk}/{path}"
        assert signed_in("anton").post(address, {"version": 1}).status_code == 403
        assert signed_in("kofi").post(address, {"version": 1}).status_code == 404
