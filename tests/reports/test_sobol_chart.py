from comity.reports.sobol_chart import sobol_chart
from tests.reports.chart_checks import check


def test_both_shares_of_every_source_largest_total_first(scores):
    sobol = scores.sobol(["KEN"], samples=32)
    figure = sobol_chart(sobol, "KEN")
    spec = check(figure)
    assert spec["layer"][0]["encoding"]["yOffset"]["field"] == "share"
    totals = [row["value"] for row in figure.table if row["share"] == "with others"]
    assert totals == sorted(totals, reverse=True)
    assert len(figure.table) == 2 * len(sobol.indices.groups)
    assert "rank of KEN" in figure.title
    assert "mean shift" in sobol_chart(sobol, "mean shift of all ranks").title
