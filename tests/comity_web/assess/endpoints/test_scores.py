import csv
import io

import pytest

import comity
from comity_web.world.actions import create_group


@pytest.fixture
def library():
    return comity.PropensityModel.default().score(comity.load_panel(), year=2020, group="AFRICOM")


def test_scores_are_the_librarys(program, library):
    found = program("vera").get("/scores?year=2020&group=AFRICOM")
    expected = library.rows()
    assert [one["partner"] for one in found["partners"]] == [one["partner"] for one in expected]
    assert found["partners"][0]["score"] == pytest.approx(expected[0]["score"])
    assert found["partners"][0]["constructs"]["governance"] == pytest.approx(
        expected[0]["governance"]
    )
    assert found["provenance"]["data"] == library.provenance.data
    assert {one["licence"] for one in found["provenance"]["sources"]} <= {"P", "O"}
    assert found["status"] == "Comity default"


def test_what_is_not_scored_is_null_and_says_why(program):
    rows = program("vera").get("/scores?year=2000")["partners"]
    unscored = [one for one in rows if one["rank"] is None]
    assert [one["partner"] for one in unscored] == ["PLW", "SMR", "TUV"]
    assert all("not scored" in one["flags"][-1] for one in unscored)


def test_scores_as_a_table(program, library):
    answer = program("vera").call("GET", "/scores?year=2020&group=AFRICOM&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len(rows) == len(library.partners)
    assert float(rows[0]["governance"]) == pytest.approx(library.rows()[0]["governance"])


def test_a_teams_own_group_is_scored(program, people):
    create_group("Lake rim", members=["KEN", "UGA", "TZA"], by=people["petra"])
    rows = program("vera").get("/scores?year=2020&group=LAKE_RIM")["partners"]
    assert {one["partner"] for one in rows} == {"KEN", "UGA", "TZA"}


@pytest.mark.parametrize(
    ("query", "status"),
    [("year=1950", 400), ("group=AFRICA", 404), ("year=x", 422), ("model=m", 404)],
)
def test_what_cannot_be_answered_is_refused(program, query, status):
    assert program("vera").get(f"/scores?{query}", status)["detail"]


def test_computing_needs_only_to_read(program):
    assert program("vera", reads_only=True).send("POST", "/scores", {"year": 2020})["partners"]
