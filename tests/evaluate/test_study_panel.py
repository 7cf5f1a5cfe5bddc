import numpy as np
import pytest

from comity.evaluate.study_panel import panel_table
from comity.terms.errors import DataMissing, RecipeError, UnknownName
from comity.world.panel import Panel


@pytest.fixture
def panel() -> Panel:
    """Two partners, two indicators; B has no ``s.aid`` in 2001 and A no ``s.peace`` in 2000."""
    return Panel(
        catalogue={},
        partners=("AAA", "BBB"),
        indicators=("s.aid", "s.peace"),
        vintages=("v",),
        partner=np.array([0, 0, 1, 0, 1, 1]),
        indicator=np.array([0, 0, 0, 1, 1, 1]),
        vintage=np.zeros(6, dtype=np.int64),
        year=np.array([2000, 2001, 2000, 2001, 2000, 1999]),
        value=np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
        error=np.full(6, np.nan),
    )


def test_missing_stays_missing(panel):
    table = panel_table(panel, {"aid": "s.aid", "peace": "s.peace"}, (2000, 2001))
    assert table.column("partner").tolist() == ["AAA", "AAA", "BBB"]
    assert table.numbers("year").tolist() == [2000, 2001, 2000]
    assert np.array_equal(table.numbers("aid"), [1, 2, 3], equal_nan=True)
    assert np.array_equal(table.numbers("peace"), [np.nan, 4, 5], equal_nan=True)
    assert (table.unit, table.period) == ("partner", "year")


def test_refusals(panel):
    with pytest.raises(UnknownName, match=r"s\.aid"):
        panel_table(panel, {"aid": "s.aids"}, (2000, 2001))
    with pytest.raises(RecipeError, match="out of order"):
        panel_table(panel, {"aid": "s.aid"}, (2001, 2000))
    with pytest.raises(RecipeError, match="rename"):
        panel_table(panel, {"year": "s.aid"}, (2000, 2001))
    with pytest.raises(DataMissing, match="1980-1990"):
        panel_table(panel, {"aid": "s.aid"}, (1980, 1990))
