from comity_web.world.models import OwnGroup

GIVEN = {"name": "Horn", "title": "The Horn", "members": "Ethiopia\nKEN", "scope": "everywhere"}


def test_a_group_is_made(signed_in):
    answer = signed_in("petra").post("/groups/new/", GIVEN)
    assert answer["Location"] == "/groups/"
    group = OwnGroup.objects.get()
    assert (group.name, group.members, group.created_by) == ("HORN", ["ETH", "KEN"], "petra")


def test_what_is_wrong_is_said_and_nothing_is_lost(signed_in):
    client = signed_in("petra")
    text = client.post("/groups/new/", {**GIVEN, "name": "AFRICOM"}).content.decode()
    assert "Comity has a grouping AFRICOM" in text
    assert "The Horn" in text
    text = client.post("/groups/new/", {**GIVEN, "members": "Atlantis"}).content.decode()
    assert "Atlantis" in text
    assert not OwnGroup.objects.exists()


def test_who_may_not_is_refused(signed_in):
    assert signed_in("vera").get("/groups/new/").status_code == 403
    page = signed_in("kofi").get("/groups/new/")
    assert page.status_code == 403
    assert "holds for one partner only" in page.content.decode()
    text = signed_in("pablo").post("/groups/new/", GIVEN).content.decode()
    assert "Select a valid choice" in text
    assert not OwnGroup.objects.exists()
