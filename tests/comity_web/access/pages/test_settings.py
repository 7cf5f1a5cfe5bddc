from comity_web.access.models import SiteSettings


def test_the_second_of_two_administrators_sees_both_versions(signed_in):
    client = signed_in("ada")
    first = {"banner": "FIRST", "version": 2, "anonymous_viewers": "on"}
    assert client.post("/people/settings/", first).status_code == 302
    second = client.post("/people/settings/", {"banner": "SECOND", "version": 2})
    assert second.status_code == 409
    text = second.content.decode()
    assert "FIRST" in text
    assert "SECOND" in text
    assert SiteSettings.objects.get().banner == "FIRST"


def test_saving_over_the_other_sends_the_whole_form(signed_in):
    client = signed_in("ada")
    client.post("/people/settings/", {"banner": "FIRST", "version": 2, "anonymous_viewers": "on"})
    client.post(
        "/people/settings/", {"banner": "SECOND", "version": 3, "anonymous_viewers": "False"}
    )
    saved = SiteSettings.objects.get()
    assert (saved.banner, saved.anonymous_viewers, saved.version) == ("SECOND", False, 4)


def test_the_banner_is_on_every_page_at_once(signed_in):
    client = signed_in("ada")
    client.post("/people/settings/", {"banner": "EXERCISE ONLY", "version": 2})
    assert "EXERCISE ONLY" in client.get("/people/me/").content.decode()


def test_reading_without_an_account_is_off_until_somebody_says_so(signed_in, client):
    assert client.get("/people/roles/").status_code == 302
    signed_in("ada").post(
        "/people/settings/", {"banner": "B", "version": 2, "anonymous_viewers": "on"}
    )
    client.logout()
    assert client.get("/people/roles/").status_code == 200
    assert client.get("/people/trail/").status_code == 302
