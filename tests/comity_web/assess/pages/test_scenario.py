from comity_web.assess.actions import save_scenario
from comity_web.assess.scored import default_model
from tests.comity_web.assess.scenes import make_agreed, make_scenario


def test_a_draft_shows_ranks_versions_and_trail(people, signed_in):
    scenario = make_scenario(people["petra"], reason="Asked by the staff.")
    page = signed_in("petra").get(f"/scenarios/{scenario.pk}/").content.decode()
    for said in (
        "Ranks on today",
        "Seychelles",
        "Version 1",
        "scenario.created",
        "Asked by the staff.",
        "Submit for review",
        "Stands behind it",
    ):
        assert said in page, said


def test_what_is_agreed_shows_the_result_that_was_kept(people, signed_in):
    scenario = make_agreed(people)
    page = signed_in("vera").get(f"/scenarios/{scenario.pk}/").content.decode()
    assert "Ranks as agreed" in page
    assert "The same ranks and scores come out today." in page
    assert "agreed by anton" in page
    assert "Next step" not in page
    assert "Archive" not in page


def test_a_draft_is_not_there_for_those_who_may_not_read_it(people, signed_in):
    scenario = make_scenario(people["petra"])
    for name in ("vera", "kofi"):
        assert signed_in(name).get(f"/scenarios/{scenario.pk}/").status_code == 404


def test_an_old_version_opens_in_full_and_offers_to_be_restored(people, signed_in):
    scenario = make_scenario(people["petra"])
    save_scenario(scenario, {"recipe": default_model().to_toml()}, by=people["petra"], expected=1)
    client = signed_in("petra")
    old = client.get(f"/scenarios/{scenario.pk}/version/1/").content.decode()
    assert "weight = 4.0" in old
    assert "Restore this version" in old
    newest = client.get(f"/scenarios/{scenario.pk}/version/2/").content.decode()
    assert "This is the newest version." in newest
    assert "Restore this version" not in newest
    assert client.get(f"/scenarios/{scenario.pk}/version/9/").status_code == 404
    assert (
        "Restore"
        not in signed_in("anton").get(f"/scenarios/{scenario.pk}/version/1/").content.decode()
    )


def test_the_trail_shows_a_changed_recipe_in_short(people, signed_in):
    scenario = make_scenario(people["petra"])
    save_scenario(scenario, {"recipe": default_model().to_toml()}, by=people["petra"], expected=1)
    page = signed_in("petra").get(f"/scenarios/{scenario.pk}/").content.decode()
    history = page.partition('id="h-history"')[2].partition("</section>")[0]
    assert "recipe: name = " in history
    assert "[[construct]]" not in history
