from django.core.files.uploadedfile import SimpleUploadedFile

from comity_web.assess.models import OwnFigures


def given(table, **changes):
    upload = SimpleUploadedFile("plan.csv", table.encode())
    whole = {"name": "Plan", "unit": "US$ a year", "holder": "AFRICOM", "note": "", "table": upload}
    return {**whole, **changes}


def test_an_upload_is_kept_and_used(signed_in):
    client = signed_in("pablo")
    table = "partner,funding\nKenya,900\nGHA,5\nTUN,1\n"
    answer = client.post("/board/figures/", given(table))
    kept = OwnFigures.objects.get()
    assert kept.figures == {"KEN": 900.0, "GHA": 5.0, "TUN": 1.0}
    assert answer["Location"] == f"/board/?funding=own-{kept.pk}&group=AFRICOM"
    assert "3 figures are kept as Plan" in client.get(answer["Location"]).content.decode()
    assert "Plan" in client.get("/board/figures/").content.decode()


def test_a_mistake_is_told_with_its_line_and_nothing_is_kept(signed_in):
    page = signed_in("pablo").post("/board/figures/", given("partner,funding\nAtlantis,1\n"))
    assert "plan.csv, line 2" in page.content.decode()
    assert not OwnFigures.objects.exists()


def test_only_places_where_the_role_holds_are_offered(signed_in):
    client = signed_in("pablo")
    refused = client.post("/board/figures/", given("partner,funding\nKEN,1\n", holder="EUCOM"))
    assert "Select a valid choice" in refused.content.decode()
    assert not OwnFigures.objects.exists()
    assert signed_in("vera").get("/board/figures/").status_code == 403
