import numpy as np

from comity.reports.workbook_layout import Layout
from comity.reports.workbook_scaled import cached, scale_cells
from tests.reports.small_world import small_scores
from tests.reports.written import sheet_rows


def test_years_stand_where_values_stand(scores):
    years = [row[2:14] for row in sheet_rows("Years observed", scores)[6:]]
    for i, row in enumerate(years):
        for j, year in enumerate(row):
            missing = np.isnan(scores.snapshot.values[i, j])
            assert year == (None if missing else scores.snapshot.observed[i, j])


def test_turned_values_say_their_transform(scores):
    assert sheet_rows("Turned", scores)[5][2:].count("none, higher is favourable") == 8
    assert "asinh, lower is favourable" in sheet_rows("Turned", scores)[5]


def test_stand_ins_are_numbers_among_formulas():
    scores = small_scores(rule="group-median")
    assert scores.imputed.any()
    rows = sheet_rows("Scaled", scores, values=False)[6:]
    for i, j in zip(*np.nonzero(scores.imputed), strict=True):
        assert rows[i][2 + j] == float(f"{scores.scaled[i, j]:.16G}")


def test_nothing_is_shown_for_what_is_not_known(scores):
    assert cached(float("nan")) == ""
    assert cached(1.5) == 1.5
    layout = Layout(30, tuple(int(p) for p in scores.tree.levels[0].parent), 3)
    assert scale_cells(scores, layout, 0).exact
    assert not scale_cells(scores, layout, list(scores.model.indicators).index("test.aid")).exact
