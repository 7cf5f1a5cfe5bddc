import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.gmm_rows import change, lagged, lay_out, stack_equations
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError

TABLE = Table(
    {
        "y": np.array([1.0, 3.0, 6.0, 2.0, 9.0]),
        "x": np.array([5.0, 4.0, 7.0, 1.0, 1.0]),
        "u": np.array([0, 0, 0, 1, 1]),
        "t": np.array([2001, 2002, 2003, 2001, 2003]),
    },
    "u",
    "t",
)


def test_columns_are_laid_out_with_holes():
    panel = lay_out(TABLE, parse_formula("y ~ l(y, 1) + x"))
    assert panel.names == ("l(y, 1)", "x")
    assert panel.labels.tolist() == [2001, 2002, 2003]
    assert np.array_equal(panel.outcome, [[1, 3, 6], [2, np.nan, 9]], equal_nan=True)
    moved = change(panel.outcome)
    assert np.array_equal(moved, [[np.nan, 2, 3], [np.nan] * 3], equal_nan=True)
    assert np.isnan(lagged(panel.outcome, 5)).all()


def test_differences_come_first_and_levels_follow():
    panel = lay_out(TABLE, parse_formula("y ~ l(y, 1) + x"))
    rows = stack_equations(panel, system=True, period_effects=True)
    assert rows.names == ("l(y, 1)", "x", "(Intercept)", "period::2003")
    assert rows.level.tolist() == [False, True, True]
    assert rows.y.tolist() == [3, 3, 6]
    assert rows.X.tolist() == [[2, 3, 0, 1], [1, 4, 1, 0], [3, 7, 1, 1]]


def test_a_change_holds_two_errors_and_a_level_one():
    """Variances 2 and 1; a change and the level of its own period share an error."""
    panel = lay_out(TABLE, parse_formula("y ~ l(y, 1) + x"))
    spread = stack_equations(panel, system=True, period_effects=False).errors_to_rows().toarray()
    assert (spread @ spread.T).tolist() == [[2, -1, 1], [-1, 1, 0], [1, 0, 1]]


def test_refusals():
    twice = TABLE.take(np.array([0, 0, 1]))
    with pytest.raises(InputError, match="two rows"):
        lay_out(twice, parse_formula("y ~ x"))
    with pytest.raises(InputError, match="to be named"):
        lay_out(Table(TABLE.columns), parse_formula("y ~ x"))
    halves = Table({**TABLE.columns, "t": TABLE.columns["t"] + 0.5}, "u", "t")
    with pytest.raises(InputError, match="whole numbers"):
        lay_out(halves, parse_formula("y ~ x"))
