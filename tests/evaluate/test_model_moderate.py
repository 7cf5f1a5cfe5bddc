import numpy as np
import pytest

from comity.evaluate.model_moderate import estimate_moderation
from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import run_panel
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, InputError
from tests.panel_reference import fixest_results, panel_table

ERRORS = parse_errors("unit")


def test_the_products_coefficients_are_fixests():
    """y ~ treat*x1 + x2 | unit + year, from R; at zero the marginal is the main coefficient."""
    found = estimate_moderation(
        panel_table(), "y ~ x2 | unit + year", "treat", "x1", values=(0.0,), errors=ERRORS
    )
    theirs = fixest_results().query("id == 'inter' and vcov == 'unit'").set_index("term")
    for term in ("treat", "treat:x1", "x2"):
        assert found.estimates[0][term].estimate == pytest.approx(
            theirs.loc[term, "estimate"], abs=1e-8
        )
    row = found.tables["marginal"][0]
    assert row["std_error"] == pytest.approx(theirs.loc["treat", "std_error"], abs=1e-6)
    assert row["p_value"] == pytest.approx(theirs.loc["treat", "p_value"], abs=1e-6)


def test_elsewhere_it_is_the_main_coefficient_of_a_moved_moderator():
    table = panel_table()
    found = estimate_moderation(
        table, "y ~ x2 | unit + year", "treat", "x1", values=(0.7,), errors=ERRORS
    ).tables["marginal"][0]
    moved = Table(dict(table.columns) | {"m": table.numbers("x1") - 0.7}, "unit", "year")
    theirs = run_panel(moved, "y ~ treat*m + x2 | unit + year", errors=ERRORS)["treat"]
    assert found["estimate"] == pytest.approx(theirs.estimate, abs=1e-10)
    assert found["std_error"] == pytest.approx(theirs.std_error, abs=1e-10)


def test_values_stay_within_the_sample():
    table = panel_table()
    default = estimate_moderation(table, "y ~ 1 | year", "treat", "x1", errors=ERRORS)
    at = [row["x1"] for row in default.rows()]
    low, high = np.percentile(table.numbers("x1"), (5, 95))
    assert (at[0], at[-1], len(at)) == pytest.approx((low, high, 21))
    two = estimate_moderation(table, "y ~ 1 | year", "x1", "treat", errors=ERRORS)
    assert [row["treat"] for row in two.rows()] == [0, 1]
    with pytest.raises(InputError, match="values within"):
        estimate_moderation(table, "y ~ 1", "treat", "x1", values=(99.0,), errors=ERRORS)
    still = Table(dict(table.columns) | {"one": np.ones(len(table))}, "unit", "year")
    with pytest.raises(DataMissing, match="no more than the other terms"):
        estimate_moderation(still, "y ~ x1 | unit", "treat", "one", errors=ERRORS)
