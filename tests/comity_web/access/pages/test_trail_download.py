import csv
import io
import json

from comity_web.access.actions import change_settings


def body(response):
    return b"".join(response.streaming_content).decode()


def test_both_forms_hold_the_same_lines(signed_in, people):
    change_settings({"banner": "DRILL"}, by=people["ada"], expected=2, reason="exercise")
    client = signed_in("ada")
    rows = list(csv.DictReader(io.StringIO(body(client.get("/people/trail/csv/")))))
    told = json.loads(body(client.get("/people/trail/json/")))
    assert len(rows) == len(told) > 10
    assert [row["action"] for row in rows] == [line["action"] for line in told]
    assert told[0]["before"] == {"banner": "UNCLASSIFIED"}
    assert rows[0]["reason"] == "exercise"


def test_filters_hold_for_the_file_too(signed_in):
    told = json.loads(body(signed_in("ada").get("/people/trail/json/?kind=membership.granted")))
    assert {line["action"] for line in told} == {"membership.granted"}


def test_a_file_without_lines_is_whole(signed_in):
    client = signed_in("ada")
    assert json.loads(body(client.get("/people/trail/json/?actor=x"))) == []
    assert len(body(client.get("/people/trail/csv/?actor=x")).splitlines()) == 1


def test_a_spreadsheet_runs_nothing_that_somebody_typed(signed_in, people):
    change_settings({"banner": "A"}, by=people["ada"], expected=2, reason="=HYPERLINK(1)")
    rows = list(csv.DictReader(io.StringIO(body(signed_in("ada").get("/people/trail/csv/")))))
    assert rows[0]["reason"] == "'=HYPERLINK(1)"
