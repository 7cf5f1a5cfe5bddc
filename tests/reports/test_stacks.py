import pytest

from comity.reports.stacks import COLOURS, Stack, stacked_areas, stacked_bars
from tests.reports.chart_checks import check

MONEY = Stack(
    "Kenya: money",
    {
        "FMF": {2000: 5e6, 2001: -1e6, 2002: 2e6},
        "IMET": {2000: 1e5, 2001: 2e5},
        "Nothing": {2000: 0.0},
    },
    "current US$",
    "A note.",
)


def test_areas(snapshot):
    assert check(stacked_areas(MONEY)) == snapshot


def test_bars(snapshot):
    assert check(stacked_bars(MONEY)) == snapshot


def test_kinds_without_any_amount_are_left_out_and_the_largest_comes_first():
    figure = stacked_areas(MONEY)
    assert list(figure.table[0]) == ["year", "FMF", "IMET"]


def test_money_taken_back_is_drawn_as_nothing_and_stands_in_the_table():
    figure = stacked_areas(MONEY)
    drawn = {(d["kind"], d["year"]): d["amount"] for d in figure.spec["data"]["values"]}
    assert drawn["FMF", 2001] == 0
    assert figure.table[1]["FMF"] == -1e6
    assert "(2001) were taken back" in figure.summary


def test_a_year_without_a_figure_is_missing_and_not_zero_in_the_table():
    assert stacked_areas(MONEY).table[2]["IMET"] is None


def test_the_words_name_the_year_with_most():
    assert "Most in 2000: 5.10\xa0m" in stacked_areas(MONEY).summary
    assert "A note." in stacked_areas(MONEY).summary


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="no amount"):
        stacked_bars(Stack("Empty", {"FMF": {2000: 0.0}}, "people", ""))


def test_no_two_kinds_look_the_same():
    assert len(set(COLOURS)) == len(COLOURS)
