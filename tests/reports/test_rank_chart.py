from comity.reports.rank_chart import rank_chart
from tests.reports.chart_checks import check


def test_spec(intervals, snapshot):
    assert check(rank_chart(intervals, top=5)) == snapshot


def test_best_first_and_inside_its_words(intervals):
    figure = rank_chart(intervals, top=5)
    assert [row["rank"] for row in figure.table] == [1, 2, 3, 4, 5]
    assert figure.table[0]["name"] in figure.summary
    assert all(row["low"] <= row["median"] <= row["high"] for row in figure.table)
