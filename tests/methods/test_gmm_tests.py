import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.gmm_estimate import one_step, two_step
from comity.methods.gmm_rows import lay_out, stack_equations
from comity.methods.gmm_tests import overidentification, serial_correlation
from comity.methods.panel_columns import Table


def changes(rho, seed=3, units=400, periods=7):
    """A static model whose errors are an autoregression; its changes' errors follow from it."""
    draw = np.random.default_rng(seed)
    x, e = draw.normal(size=(units, periods)), draw.normal(size=(units, periods))
    for t in range(1, periods):
        e[:, t] += rho * e[:, t - 1]
    unit, year = np.repeat(np.arange(units), periods), np.tile(np.arange(periods), units)
    columns = {"y": (x + e).ravel(), "x": x.ravel(), "u": unit, "t": year}
    panel = lay_out(Table(columns, "u", "t"), parse_formula("y ~ x"))
    return stack_equations(panel, system=False, period_effects=False)


@pytest.mark.parametrize(("rho", "found"), [(0.0, False), (0.6, True)])
def test_second_order_correlation_is_found_where_it_is(rho, found):
    rows = changes(rho)
    step = one_step(rows, rows.X)
    assert (serial_correlation(rows, rows.X, step, 2)[1] < 0.01) is found
    assert serial_correlation(changes(0.0), rows.X, step, 1)[0] < -5


def test_no_test_without_rows_or_spare_instruments():
    rows = changes(0.0)
    first = one_step(rows, rows.X)
    assert np.isnan(serial_correlation(rows, rows.X, first, 9)).all()
    nothing = overidentification(rows, rows.X, first, two_step(rows, rows.X, first))
    assert np.isnan(nothing["hansen_p"])
    assert nothing["overidentifying"] == 0
