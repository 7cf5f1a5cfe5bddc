import pytest

from comity.reports.workbook_weights import used_weight
from tests.reports.written import sheet_rows


@pytest.mark.slow
def test_shares_add_up_within_groups_and_over_all(scores):
    rows = [dict(zip(sheet_rows("Weights", scores)[4], r, strict=True)) for r in _body(scores)]
    constructs = [r for r in rows if r["Kind"] == "construct"]
    indicators = [r for r in rows if r["Kind"] == "indicator"]
    assert [r["Id"] for r in constructs] == [c.id for c in scores.model.constructs]
    assert [r["Id"] for r in indicators] == list(scores.model.indicators)
    assert sum(r["Share of group"] for r in constructs) == pytest.approx(1)
    assert sum(r["Share of score"] for r in indicators) == pytest.approx(1)
    assert [r["Weight"] for r in indicators] == pytest.approx([u.weight for u in scores.model.uses])
    assert {r["Direction"] for r in indicators if r["Id"] == "test.aid"} == {"lower"}


def _body(scores):
    return sheet_rows("Weights", scores)[5:]


def test_the_check_names_a_group_of_zeros(scores):
    formulas = sheet_rows("Weights", scores, values=False)[5]
    assert "All its indicators weigh zero" in formulas[12]


def test_formulas_take_the_used_weight():
    assert used_weight(5) == "Weights!$G$6"
