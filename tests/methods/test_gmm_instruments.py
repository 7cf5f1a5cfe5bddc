import numpy as np

from comity.methods.formula import parse_formula
from comity.methods.gmm_instruments import Past, instruments_of
from comity.methods.gmm_rows import lay_out, stack_equations
from comity.methods.panel_columns import Table


def four_periods():
    """One unit, y = 1, 2, 4, 8."""
    table = Table({"y": 2.0 ** np.arange(4), "u": np.zeros(4), "t": np.arange(4)}, "u", "t")
    panel = lay_out(table, parse_formula("y ~ l(y, 1)"))
    return panel, stack_equations(panel, system=True, period_effects=False)


def instruments(**options):
    panel, rows = four_periods()
    return instruments_of(rows, (Past("y", panel.outcome, 2),), np.array([False, True]), **options)


def test_collapsed_columns_hold_one_lag_each():
    names, Z = instruments()
    assert names == ("l(y, 2)", "l(y, 3)", "d(l(y, 1))", "(Intercept)")
    # Changes of periods 2 and 3, then levels of periods 1, 2 and 3.
    assert Z[:2].tolist() == [[1, 0, 0, 0], [2, 1, 0, 0]]
    assert Z[2:].tolist() == [[0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 2, 1]]


def test_the_deepest_lag_can_be_set():
    assert instruments(deepest=2)[0] == ("l(y, 2)", "d(l(y, 1))", "(Intercept)")


def test_without_collapsing_each_period_has_its_own():
    names, Z = instruments(collapse=False)
    assert len(names) == 6
    assert (np.count_nonzero(Z[:, :5], axis=0) == 1).all()
