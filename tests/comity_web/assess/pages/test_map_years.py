import json


def test_the_same_answer_is_sent_once(signed_in):
    client = signed_in("vera")
    first = client.get("/map-years.json?group=AFRICOM")
    assert json.loads(first.content)["partners"]
    again = client.get("/map-years.json?group=AFRICOM", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    weak = client.get(
        "/map-years.json?group=AFRICOM", headers={"If-None-Match": f"W/{first['ETag']}"}
    )
    assert weak.status_code == 304
    other = client.get("/map-years.json", headers={"If-None-Match": first["ETag"]})
    assert other.status_code == 200
    assert "private" in first["Cache-Control"]
