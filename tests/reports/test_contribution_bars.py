import pytest

from comity.reports.contribution_bars import contribution_bars
from tests.reports.chart_checks import check


def test_spec(scores, snapshot):
    titles = {c.id: c.label for c in scores.model.constructs}
    assert check(contribution_bars(scores.explain("KEN"), titles=titles)) == snapshot


def test_points_add_up_to_the_score(scores):
    explanation = scores.explain("KEN")
    table = contribution_bars(explanation).table
    total = sum(row["points"] for row in table)
    assert explanation.baseline + total == pytest.approx(explanation.score, abs=0.005)
    assert [r["points"] for r in table] == sorted((r["points"] for r in table), reverse=True)
