import pytest

from tests.reports.written import sheet_rows


def test_samples_are_sorted_and_whole(scores):
    rows = sheet_rows("Reference", scores)
    for j, scaler in enumerate(scores.scalers):
        sample = [row[2 + j] for row in rows[13:] if row[2 + j] is not None]
        assert sample == pytest.approx(list(scaler.reference))
        assert sample == sorted(sample)
        assert rows[7][2 + j] == len(sample)
        assert rows[6][2 + j] == scores.signs[j]


def test_ends_of_the_scale_and_fitted_numbers(scores):
    formulas = sheet_rows("Reference", scores, values=False)
    assert formulas[8][2].startswith("=MIN(C$14:")
    assert [formulas[10][2], formulas[11][2]] == [1, 100]
