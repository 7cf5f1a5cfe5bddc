import numpy as np
import pytest

from comity.reports.partner_dots import partner_dots
from tests.reports.chart_checks import check


def test_spec(scores, snapshot):
    assert check(partner_dots(scores, ["KEN", "GHA", "PER"])) == snapshot


def test_the_table_has_a_line_for_each_construct_and_a_column_for_each_partner(scores):
    table = partner_dots(scores, ["KEN", "GHA"]).table
    assert [list(row) for row in table] == [["construct", "Kenya", "Ghana"]] * 4
    row = scores.row("KEN")
    assert table[0]["Kenya"] == pytest.approx(scores.overall[row], abs=0.005)
    assert table[2]["Kenya"] == pytest.approx(scores.constructs[row, 1], abs=0.005)


def test_who_is_not_scored_is_named_and_not_drawn_at_zero(scores):
    partner = scores.partners[int(np.flatnonzero(scores.rank == 0)[0])]
    figure = partner_dots(scores, [partner])
    assert "Not scored" in figure.summary
    assert figure.table[0][scores.names[scores.row(partner)]] is None


@pytest.mark.parametrize("count", [0, 6])
def test_more_than_five_or_none_are_refused(scores, count):
    with pytest.raises(ValueError, match="Between one and 5"):
        partner_dots(scores, scores.partners[:count])
