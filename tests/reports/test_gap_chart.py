from comity.reports.gap_chart import gap_chart
from tests.reports.chart_checks import check


def test_spec(matches, snapshot):
    assert check(gap_chart(matches, top=4)) == snapshot


def test_widest_gap_first(matches):
    gaps = [abs(r["funding"] - r["expected"]) for r in gap_chart(matches).table]
    assert gaps == sorted(gaps, reverse=True)
