import pytest

from tests.comity_web.evaluate.made_runs import ROWS

MODEL = {"formula": "y ~ x | unit + year", "cluster": "unit"}


def test_a_table_that_is_sent_along_is_answered_at_once(program):
    found = program("eva").send("POST", "/panel-model", MODEL | {"csv": ROWS})
    (row,) = found["coefficients"]
    assert row["estimate"] == pytest.approx(2.0, abs=1e-9)
    assert found["claim"] == "association"
    assert found["small_sample"].startswith("ssc(")
    assert found["nobs"] == 48


def test_an_uploaded_table_is_read_by_those_who_may(program, uploaded):
    table = uploaded()
    found = program("eva").send("POST", "/panel-model", MODEL | {"dataset": table.pk})
    assert found["nobs"] == 48
    refused = program("amara").call("POST", "/panel-model", MODEL | {"dataset": table.pk})
    assert refused.status_code == 404


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({}, 400, "Send either"),
        ({"csv": "y,y\n1,2\n"}, 400, "csv, line 1"),
        ({"csv": ROWS, "formula": "y ~"}, 400, "cannot be read"),
        ({"csv": ROWS, "vcov": "HC1"}, 422, "vcov"),
    ],
    ids=str,
)
def test_what_cannot_be_answered_is_refused(program, given, status, words):
    refused = program("eva").send("POST", "/panel-model", MODEL | given, status)
    assert words in refused["detail"]
    assert "/tmp" not in refused["detail"]


def test_it_keeps_others_from_waiting_and_needs_a_role(program):
    assert program("petra").call("POST", "/panel-model", MODEL | {"csv": ROWS}).status_code == 403
