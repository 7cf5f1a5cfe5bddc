"""The long extract of the World Development Indicators."""

import pytest

from comity.terms.errors import FileError
from comity.world.sources.wdi_extract import parse
from tests.world.sources.figures_of import assert_as_described, covered, series, value, write

HEADER = "iso3,var,year,value\n"


def test_each_series_gets_its_own_name(tmp_path):
    rows = "KEN,pop,2001,31000000\nKEN,nmig,2001,-4000\nKEN,pop,1984,1\nCHI,pop,2001,150000\n"
    frame = parse(write(tmp_path, "wdi_extract_long.csv", HEADER + rows))
    assert frame[["partner", "indicator", "year", "value"]].to_numpy().tolist() == [
        ["KEN", "wdi_extract.net_migration", 2001, -4000.0],
        ["KEN", "wdi_extract.population", 2001, 31000000.0],
    ]
    assert "CHI (1)" in frame.attrs["dropped"][0]


def test_the_series_of_another_source_is_passed_over(tmp_path):
    rows = "KEN,polstb,2001,-1\nKEN,pop,2001,5\n"
    frame = parse(write(tmp_path, "wdi_extract_long.csv", HEADER + rows))
    assert set(frame["indicator"]) == {"wdi_extract.population"}


def test_zero_remittances_are_unknown_but_zero_migration_is_not(tmp_path):
    rows = "SOM,remin,2010,0\nSOM,nmig,2010,0\nSOM,remin,2018,9\n"
    frame = parse(write(tmp_path, "wdi_extract_long.csv", HEADER + rows))
    assert series(frame, "wdi_extract.remittances_received").to_dict() == {("SOM", 2018): 9}
    assert value(frame, "wdi_extract.net_migration", "SOM", 2010) == 0
    assert frame.attrs["dropped"] == [
        "Read 1 zero of wdi_extract.remittances_received as unknown: SOM."
    ]


def test_an_unknown_series_is_refused_with_its_line(tmp_path):
    with pytest.raises(FileError, match="says 'tea'; expected one of pop, gdp") as caught:
        parse(write(tmp_path, "a.csv", HEADER + "KEN,pop,2001,5\nKEN,tea,2001,5\n"))
    assert caught.value.line == 3


def test_each_series_has_its_own_limits(tmp_path):
    good = "KEN,inf,2001,-3\nKEN,nmig,2001,-5000\n"
    with pytest.raises(FileError, match="says '-3'; expected a number of 0 or more") as caught:
        parse(write(tmp_path, "a.csv", HEADER + good + "KEN,pop,2001,-3\n"))
    assert caught.value.line == 4


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    frame = parse(publisher_data / "world-bank-wdi-extract")
    assert_as_described(frame, "wdi_extract")
    assert covered(frame, "wdi_extract.population", 2022) >= 230
    # The United Nations' World Population Prospects 2022: 7.9 to 8.1 thousand million people.
    people = frame[(frame["indicator"] == "wdi_extract.population") & (frame["year"] == 2022)]
    assert 7.85e9 < people["value"].sum() < 8.15e9
