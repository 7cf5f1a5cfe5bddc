import csv
import io

import pytest

from comity.world.groupings import groupings
from comity.world.partners import partners


@pytest.mark.parametrize("name", ["KEN", "Kenya", "ke", "Republic of Kenya"])
def test_a_partner_is_found_by_any_name_or_code(program, name):
    found = program("vera").get(f"/partners/{name}")
    assert (found["id"], found["name"], found["cow"]) == ("KEN", "Kenya", 501)
    assert "AFRICOM" in found["groupings"]


def test_a_name_that_is_ambiguous_or_unknown_is_refused_with_help(program):
    vera = program("vera")
    assert "North Korea" in vera.get("/partners/Korea", 400)["detail"]
    assert "Did you mean" in vera.get("/partners/Kenja", 404)["detail"]


def test_partners_are_listed_in_pages_and_found_by_part_of_a_name(program):
    vera = program("vera")
    seen, address = [], "/partners?limit=100"
    while address:
        page = vera.get(address)
        seen += [one["id"] for one in page["items"]]
        address = (page["next"] or "").removeprefix("http://testserver/api/v1")
    assert seen == [one.id for one in partners()]
    assert [one["id"] for one in vera.get("/partners?search=south korea")["items"]] == ["KOR"]
    assert {one["kind"] for one in vera.get("/partners?kind=former")["items"]} == {"former"}


def test_members_of_a_grouping_are_those_of_the_year(program):
    found = program("vera").get("/partners?group=africom&year=2010&limit=1000")["items"]
    assert [one["id"] for one in found] == list(groupings().members("AFRICOM", 2010))


def test_a_table_has_all_that_match_whatever_the_page(program):
    answer = program("vera").call("GET", "/partners?kind=state&limit=1&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len(rows) == sum(1 for one in partners() if one.kind == "state")


def test_names_in_an_old_time_are_said_to_be_somebody_elses_figures(program):
    assert "Soviet Union" in program("vera").get("/partners/RUS?year=1980")["continuity"]
