import pytest

import comity
from comity.world.coverage import coverage_of_indicators, coverage_of_years
from comity.world.groupings import groupings


def test_coverage_by_indicator_is_the_librarys(program):
    found = program("vera").get("/coverage?group=AFRICOM&year=2020&indicator=wgi.rule_of_law")
    panel = comity.load_panel()
    members = groupings().members("AFRICOM", 2020)
    [row] = coverage_of_indicators(panel, 2020, members, indicators=["wgi.rule_of_law"])
    assert found["partners"] == len(members)
    assert found["rows"][0]["known"] == row.known
    assert found["rows"][0]["share"] == pytest.approx(row.share)


def test_coverage_by_year_and_partner(program):
    vera = program("vera")
    years = vera.get("/coverage?by=year&group=AFRICOM&year=2020")["rows"]
    panel = comity.load_panel()
    members = groupings().members("AFRICOM", 2020)
    expected = coverage_of_years(panel, members, indicators=panel.indicators)
    assert [row["values"] for row in years] == [row.values for row in expected]
    partners = vera.get("/coverage?by=partner&group=AFRICOM&year=2020")["rows"]
    assert [row["name"] for row in partners] == list(members)


def test_a_year_outside_the_panel_is_refused(program):
    assert "covers" in program("vera").get("/coverage?year=1950", 400)["detail"]
