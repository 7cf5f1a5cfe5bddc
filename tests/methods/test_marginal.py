import numpy as np
import pytest

from comity.evaluate.panel_run import run_panel
from comity.methods.marginal import marginal_at
from comity.methods.panel_columns import Table
from tests.panel_reference import panel_table


def test_equal_to_moving_the_moderators_zero():
    """At value v the coefficient is the main coefficient of a model whose moderator is x1 - v."""
    from comity.evaluate.panel_errors import covariance_of, parse_errors
    from comity.evaluate.panel_run import fit_panel
    from comity.methods.formula import parse_formula

    table, errors = panel_table(), parse_errors("unit")
    fit = fit_panel(table, parse_formula("y ~ treat*x1 | unit + year"), errors)
    covariance = covariance_of(fit, errors)
    at = [fit.names.index("treat"), fit.names.index("treat:x1")]
    found = marginal_at(
        fit.beta[at], covariance.matrix[np.ix_(at, at)], np.array([-1.0, 0.7]),
        degrees=covariance.degrees,
    )  # fmt: skip
    for i, value in enumerate([-1.0, 0.7]):
        moved = Table({**table.columns, "m": table.numbers("x1") - value}, "unit", "year")
        row = run_panel(moved, "y ~ treat*m | unit + year", errors=errors)["treat"]
        assert found.estimate[i] == pytest.approx(row.estimate, abs=1e-10)
        assert found.std_error[i] == pytest.approx(row.std_error, rel=1e-8)
        assert found.p_value[i] == pytest.approx(row.p_value, rel=1e-6)
        assert found.low[i] == pytest.approx(row.low, abs=1e-8)


def test_the_interval_widens_away_from_the_middle():
    found = marginal_at(np.array([1.0, 0.0]), np.eye(2), np.array([0.0, 3.0]), degrees=np.inf)
    assert found.std_error.tolist() == [1.0, pytest.approx(np.sqrt(10))]
