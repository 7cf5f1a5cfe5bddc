import pytest

from comity_web.world.actions import create_group


@pytest.fixture
def horn(people):
    return create_group("Horn", members=["ETH", "KEN"], by=people["petra"], title="The Horn")


def test_a_group_is_changed(signed_in, horn):
    client = signed_in("petra")
    assert "Ethiopia\nKenya" in client.get(f"/groups/{horn.pk}/").content.decode()
    given = {"title": "Horn of Africa", "members": "ETH\nDJI", "version": 1}
    assert client.post(f"/groups/{horn.pk}/", given)["Location"] == "/groups/"
    horn.refresh_from_db()
    assert (horn.title, horn.members, horn.version) == ("Horn of Africa", ["DJI", "ETH"], 2)


def test_the_second_of_two_editors_sees_both_versions(signed_in, horn):
    given = {"title": "First", "members": "ETH", "version": 1}
    assert signed_in("petra").post(f"/groups/{horn.pk}/", given).status_code == 302
    answer = signed_in("ada").post(f"/groups/{horn.pk}/", {**given, "title": "Second"})
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "First" in text
    assert "Second" in text
    horn.refresh_from_db()
    assert horn.title == "First"


def test_a_form_without_a_version_conflicts(signed_in, horn):
    given = {"title": "Blind", "members": "ETH"}
    assert signed_in("petra").post(f"/groups/{horn.pk}/", given).status_code == 409


def test_it_is_put_away_and_brought_back(signed_in, horn):
    client = signed_in("petra")
    client.post(f"/groups/{horn.pk}/archive/", {"version": 1})
    horn.refresh_from_db()
    assert horn.archived
    client.post(f"/groups/{horn.pk}/restore/", {"version": 2})
    horn.refresh_from_db()
    assert not horn.archived


def test_who_may_not_is_refused(signed_in, horn):
    for who in ("vera", "pablo"):
        client = signed_in(who)
        assert client.post(f"/groups/{horn.pk}/archive/", {"version": 1}).status_code == 403
        assert client.get(f"/groups/{horn.pk}/").status_code == 403
    assert signed_in("petra").get("/groups/999/").status_code == 404
