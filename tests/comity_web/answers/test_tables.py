import csv
import io

import pytest

from comity_web.answers.tables import Format, csv_answer, wants_csv

NAN = float("nan")


def test_missing_is_empty_and_lists_are_joined():
    answer = csv_answer([{"a": NAN, "b": [1, 2]}, {"a": 0.0, "c": "x,y"}], "things")
    assert answer["Content-Disposition"] == 'attachment; filename="things.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert rows == [{"a": "", "b": "1; 2", "c": ""}, {"a": "0.0", "b": "", "c": "x,y"}]


@pytest.mark.parametrize(
    ("accept", "wanted", "expected"),
    [
        ("*/*", None, False),
        ("text/csv", None, True),
        ("application/json, text/csv;q=0.5", None, False),
        ("text/csv", "json", False),
        ("application/json", "csv", True),
    ],
)
def test_the_address_wins_over_the_header(rf, accept, wanted, expected):
    request = rf.get("/", headers={"Accept": accept})
    assert wants_csv(request, Format(format=wanted)) is expected
