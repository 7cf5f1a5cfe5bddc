from django.core.files.uploadedfile import SimpleUploadedFile

from comity_web.evaluate.models import Dataset

WHOLE = {"scope": "everywhere", "unclassified": "on"}


def test_a_table_is_uploaded_and_deleted(signed_in):
    client = signed_in("eva")
    table = SimpleUploadedFile("panel.csv", b"y,x\n1,2\n2,3\n")
    answer = client.post("/evaluate/own/", WHOLE | {"table": table})
    kept = Dataset.objects.get()
    assert answer["Location"] == f"/evaluate/own/{kept.pk}/"
    assert "panel.csv" in client.get("/evaluate/own/").content.decode()
    client.post(f"/evaluate/own/{kept.pk}/delete/")
    assert not Dataset.objects.exists()


def test_what_is_no_table_is_said_in_one_sentence(signed_in):
    table = SimpleUploadedFile("panel.csv", b"y,y\n1,2\n")
    html = signed_in("eva").post("/evaluate/own/", WHOLE | {"table": table}).content.decode()
    assert "panel.csv, line 1: the header names y twice." in html
    assert not Dataset.objects.exists()


def test_only_what_is_said_to_be_unclassified_is_taken(signed_in):
    table = SimpleUploadedFile("panel.csv", b"y,x\n1,2\n")
    answer = signed_in("eva").post("/evaluate/own/", {"scope": "everywhere", "table": table})
    assert "Only unclassified data may be uploaded" in answer.content.decode()
    assert not Dataset.objects.exists()


def test_tables_of_others_are_not_seen(signed_in, uploaded):
    table = uploaded(scope="everywhere")
    client = signed_in("amara")
    assert "panel.csv" not in client.get("/evaluate/own/").content.decode()
    assert client.get(f"/evaluate/own/{table.pk}/").status_code == 404
    assert client.post(f"/evaluate/own/{table.pk}/delete/").status_code == 404
    assert Dataset.objects.exists()
