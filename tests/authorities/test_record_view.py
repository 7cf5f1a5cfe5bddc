import json
from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.record_view import described, standing, summary


def test_a_row_of_the_list():
    row = summary(catalogue()["T10-2282"])
    assert (row["status"], row["ends"]) == ("ended", "2016-12-22")


@pytest.mark.parametrize("authority", [record.id for record in catalogue()])
def test_every_record_is_described_in_plain_values(authority):
    found = described(authority, date(2027, 1, 1))
    assert json.loads(json.dumps(found)) == found
    assert "{@" not in json.dumps({k: v for k, v in found.items() if k != "parameters"})
    assert found["lineage"]


def test_amounts_and_texts_are_those_of_the_day():
    def program_years(day):
        return next(s["text"] for s in described("333", day)["steps"] if "Money" in s["text"])

    assert "within 2 fiscal years" in program_years(date(2024, 6, 1))
    assert "within 3 fiscal years" in program_years(date(2025, 6, 1))
    values = {
        p["name"]: p["on"]["2023-06-30"] for p in described("333", date(2023, 6, 30))["parameters"]
    }
    assert values["small-scale-construction"]["value"] == 1_500_000


def test_the_disclaimer_the_bar_and_the_standing_are_there():
    found = described("CSPA", date(2027, 1, 1))
    assert "not legal advice" in found["disclaimer"]
    assert found["bar"]["list_name"] == "child-soldiers"
    ended = described("T10-2282", date(2027, 1, 1))
    assert (ended["standing"], "T10-333" in ended["standing_why"]) == ("not in force", True)
    assert standing(catalogue()["T10-2282"], date(2015, 1, 1)) == "in force"


def test_a_record_shows_the_shared_amounts_that_name_it():
    names = [p["name"] for p in described("T10-301", date(2023, 6, 30))["parameters"]]
    assert names == ["small-scale-construction"]
