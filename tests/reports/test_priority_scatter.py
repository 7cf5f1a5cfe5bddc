from comity.reports.priority_scatter import priority_scatter
from tests.reports.chart_checks import check


def test_spec(matches, snapshot):
    assert check(priority_scatter(matches, unit="US$ a year")) == snapshot


def test_negative_money_is_said_but_has_the_smallest_mark(matches):
    table = {row["partner"]: row for row in priority_scatter(matches).table}
    assert table["ZMB"]["funding"] == -25_000
    assert table["ZMB"]["spent"] == 0
    assert "-25,000" in table["ZMB"]["said"]


def test_words_name_the_disagreements(matches):
    figure = priority_scatter(matches)
    for label in set(matches.label) - {"consistent"}:
        assert label in figure.summary
