import csv
import io

import pytest

import comity


def test_values_are_the_panels_with_source_vintage_and_licence(program):
    page = program("vera").get("/values?indicator=wgi.rule_of_law&partner=Kenya&limit=1000")
    panel = comity.load_panel()
    years, values = panel.series("wgi.rule_of_law", "KEN")
    assert [one["year"] for one in page["items"]] == years.tolist()
    assert [one["value"] for one in page["items"]] == pytest.approx(values.tolist())
    assert {one["licence"] for one in page["items"]} == {"O"}
    assert page["data"] == panel.edition
    assert [one["source"] for one in page["sources"]] == ["wgi"]


def test_an_error_that_nobody_gives_is_null(program):
    page = program("vera").get("/values?indicator=greenbook.security_total&partner=KEN&limit=1")
    assert page["items"][0]["error"] is None


def test_years_and_several_names_narrow_it(program):
    address = "/values?indicator=wgi.rule_of_law&indicator=wgi.control_of_corruption"
    found = program("vera").get(f"{address}&partner=KEN&partner=Uganda&first=2020&last=2021")[
        "items"
    ]
    assert {(one["partner"], one["year"]) for one in found} == {
        ("KEN", 2020), ("KEN", 2021), ("UGA", 2020), ("UGA", 2021)
    }  # fmt: skip
    assert len(found) == 8


def test_everything_can_be_walked_through(program):
    page = program("vera").get("/values?limit=2&offset=800000")
    assert page["total"] == len(comity.load_panel().value)
    assert page["next"]


def test_a_table_of_values(program):
    answer = program("vera").call(
        "GET", "/values?indicator=wgi.rule_of_law&partner=KEN", Accept="text/csv"
    )
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert rows[0]["vintage"]
    assert float(rows[0]["value"]) == pytest.approx(
        comity.load_panel().series("wgi.rule_of_law", "KEN")[1][0]
    )


def test_unknown_names_are_refused(program):
    vera = program("vera")
    vera.get("/values?indicator=no.such", 404)
    vera.get("/values?partner=Atlantis", 404)
