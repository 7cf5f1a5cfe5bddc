import pytest

from comity.evaluate.ready_studies import run_on_table
from comity.reports.ready_study_figures import claims_figure, curve_figure
from comity.reports.render import to_svg
from tests.evaluate.planted import africa_panel
from tests.evaluate.test_ready_studies import small_study


@pytest.fixture(scope="module")
def result():
    study = small_study()
    return run_on_table(study, study.variant[0], africa_panel(units=20), permutations=0)


def test_the_claims_side_by_side_leave_out_what_was_not_run(result):
    figure = claims_figure(result)
    assert [row["finding"] for row in figure.table] == ["one"]
    row, found = figure.table[0], result.finding("one")
    assert row["low"] < row["estimate"] < row["high"]
    assert row["estimate"] == pytest.approx(found.headline.estimate * found.scale)
    assert found.verdict.value in figure.summary
    assert "<svg" in to_svg(figure)


def test_a_curve_draws_some_and_tells_all(result):
    figure = curve_figure(result, "one", most=5)
    assert "8 specifications" in figure.summary
    assert len(figure.table) == 8
    text = str(figure.spec)
    assert "5 evenly spaced ones are drawn" in text
    assert "log_gdp" in text
