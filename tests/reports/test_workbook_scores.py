import pytest

from tests.reports.written import sheet_rows


def test_best_first_and_not_scored_last(scores):
    rows = sheet_rows("Scores", scores)[6:]
    assert [row[1] for row in rows[:3]] == [scores.partners[i] for i in scores.order[:3]]
    assert rows[0][3] == pytest.approx(scores.overall[scores.order[0]])
    not_scored = rows[len(scores.order) :]
    assert [row[0] for row in not_scored] == [None] * len(not_scored)
    assert len(rows) == len(scores.partners)


def test_rank_at_export_is_looked_up_and_not_taken_for_zero(scores):
    formulas = sheet_rows("Scores", scores, values=False)[6]
    assert formulas[0].startswith("=INDEX(Constructs!")
    assert formulas[5].startswith("=IF(ISNUMBER(INDEX(")
    assert formulas[6] == '=IF(AND(ISNUMBER(F7),ISNUMBER(A7)),F7-A7,"")'


def test_intervals_are_there_only_with_draws(scores, intervals):
    assert "Rank, 5 %" not in sheet_rows("Scores", scores)[5]
    assert "Rank, 5 %" in sheet_rows("Scores", scores, intervals)[5]
