"""Gapminder: one file for each series, lower-case codes, former states beside their heirs."""

import gzip

import pandas as pd
import pytest

from comity.terms.errors import FileError
from comity.world.sources import wdi_extract
from comity.world.sources.gapminder import SERIES, parse
from tests.world.sources.figures_of import assert_as_described, covered, series, value, write


def name_of(what: str) -> str:
    return f"ddf--datapoints--{what}--by--geo--time.csv"


SHARE = "military_expenditure_percent_of_gdp"
FORCES = "armed_forces_personnel_total"


def test_series_of_a_folder_are_stacked_and_others_passed_over(tmp_path):
    write(tmp_path, name_of(SHARE), f"geo,time,{SHARE}\nken,2001,1.25\nken,1984,9\n")
    packed = gzip.compress(f"geo,time,{FORCES}\nkos,2001,2500\n".encode())
    (tmp_path / f"{name_of(FORCES)}.gz").write_bytes(packed)
    write(tmp_path, name_of("tea_per_head"), "geo,time,tea_per_head\nken,2001,4\n")
    frame = parse(tmp_path)
    assert frame[["partner", "indicator", "year", "value"]].to_numpy().tolist() == [
        ["KEN", "gapminder.military_share", 2001, 1.25],
        ["XKX", "gapminder.armed_forces", 2001, 2500.0],
    ]


def test_states_that_carry_on_a_series_are_not_counted_twice(tmp_path):
    rows = "deu,1988,1\ndeu_west,1988,2\ndeu_east,1988,3\nussr,1988,4\nyug,1988,5\nsrb,1988,6\n"
    frame = parse(write(tmp_path, name_of(SHARE), f"geo,time,{SHARE}\n{rows}"))
    assert dict(zip(frame["partner"], frame["value"], strict=True)) == {
        "DEU": 1,
        "DDR": 3,
        "SRB": 6,
    }
    sentence = frame.attrs["dropped"][0]
    assert sentence.startswith(f"{SHARE}: Left out 3 figures from 1985 on, of 3 places")
    assert sentence.endswith(": deu_west (1), ussr (1), yug (1).")


def test_zero_soldiers_are_unknown_but_zero_arms_are_not(tmp_path):
    write(tmp_path, name_of(FORCES), f"geo,time,{FORCES}\nlby,2014,0\nlby,2013,7000\n")
    arms = "arms_imports_sipri_tiv"
    write(tmp_path, name_of(arms), f"geo,time,{arms}\nlby,2014,0\n")
    frame = parse(tmp_path)
    assert series(frame, "gapminder.armed_forces").to_dict() == {("LBY", 2013): 7000}
    assert value(frame, "gapminder.arms_imports", "LBY", 2014) == 0
    assert "Read 1 zero of gapminder.armed_forces as unknown: LBY." in "".join(
        frame.attrs["dropped"]
    )


def test_aid_over_income_is_not_read():
    """The publisher's file of that name holds impossible figures; see the reader."""
    assert "aid_received_percent_of_gni" not in SERIES


def test_a_file_of_another_series_or_name_is_refused(tmp_path):
    with pytest.raises(FileError, match="no series that Comity knows"):
        parse(write(tmp_path, "military.csv", f"geo,time,{SHARE}\nken,2001,1\n"))


def test_a_wrong_cell_is_refused_with_its_line(tmp_path):
    rows = f"geo,time,{SHARE}\nken,2001,1\ngha,2001,-1\n"
    with pytest.raises(FileError, match="says '-1'; expected a number from 0 to 200") as caught:
        parse(write(tmp_path, name_of(SHARE), rows))
    assert caught.value.line == 3


@pytest.mark.publisher
def test_the_publishers_files(publisher_data):
    frame = parse(publisher_data / "gapminder-systema-globalis")
    assert_as_described(frame, "gapminder")
    assert covered(frame, "gapminder.military_share", 2022) >= 150
    assert covered(frame, "gapminder.gdp_per_capita", 2022) >= 200
    # NATO's and SIPRI's published figure for the United States in 2020 is 3.4 to 3.7 per cent.
    assert 3.3 < value(frame, "gapminder.military_share", "USA", 2020) < 3.8


@pytest.mark.publisher
def test_growth_is_the_growth_of_the_level(publisher_data):
    """Analytic truth: two series of the publisher that must agree with one another."""
    frame = parse(publisher_data / "gapminder-systema-globalis")
    level = series(frame, "gapminder.gdp_per_capita").sort_index()
    growth = (level / level.groupby("partner").shift() - 1) * 100
    both = pd.concat([growth, series(frame, "gapminder.growth_per_capita")], axis=1, join="inner")
    gap = (both.iloc[:, 0] - both.iloc[:, 1]).abs().dropna()
    assert len(gap) > 7_000
    assert gap.quantile(0.95) < 0.1


@pytest.mark.publisher
def test_gdp_agrees_with_the_world_banks_in_the_base_year(publisher_data):
    """Other source: in 2015 constant and current dollars are the same."""
    ours = series(parse(publisher_data / "gapminder-systema-globalis"), "gapminder.gdp_per_capita")
    bank = wdi_extract.parse(publisher_data / "world-bank-wdi-extract")
    theirs = series(bank, "wdi_extract.gdp") / series(bank, "wdi_extract.population")
    ratio = (ours / theirs).xs(2015, level="year").dropna()
    assert len(ratio) > 190
    assert 0.99 < ratio.median() < 1.01
