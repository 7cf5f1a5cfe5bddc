import numpy as np
import pytest

from comity.methods.lsdv_correction import lsdv_corrected
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing
from tests.methods.test_dynamic_panel import panel


@pytest.mark.parametrize("rho", [0.2, 0.5, 0.8])
def test_most_of_nickells_bias_goes_away(rho):
    """Six periods, two thousand units: the term of order 1/T takes away three quarters or more."""
    found = lsdv_corrected(panel(rho=rho), "y", ("x",))
    before, after = found.uncorrected[0] - rho, found.beta[0] - rho
    assert before < -0.05
    assert abs(after) < abs(before) / 4
    assert found.names == ("lagged", "x")


def test_errors_come_from_resampled_units_and_follow_the_seed():
    table = panel(units=150)
    one = lsdv_corrected(table, "y", ("x",), draws=60, seed=2)
    assert np.array_equal(
        one.std_errors, lsdv_corrected(table, "y", ("x",), draws=60, seed=2).std_errors
    )
    assert 0.01 < one.std_errors[0] < 0.1
    assert np.isnan(lsdv_corrected(table, "y").std_errors).all()


def test_the_simulated_spread_is_the_reported_error():
    found = [lsdv_corrected(panel(units=100, seed=s), "y", ("x",)).beta[0] for s in range(40)]
    reported = lsdv_corrected(panel(units=100, seed=99), "y", ("x",), draws=80).std_errors[0]
    assert reported == pytest.approx(np.std(found), rel=0.5)


def test_unbalanced_panels_are_taken_and_empty_ones_refused():
    table = panel(units=300)
    short = table.take((table.columns["unit"] % 2 == 0) | (table.columns["year"] < 4))
    assert abs(lsdv_corrected(short, "y", ("x",)).beta[0] - 0.5) < 0.15
    one = Table({"y": np.arange(3.0), "u": np.arange(3), "t": np.zeros(3)}, "u", "t")
    with pytest.raises(DataMissing, match="two rows in a row"):
        lsdv_corrected(one, "y")


def test_a_term_without_variation_within_units_is_named():
    table = panel(units=30)
    still = Table(
        dict(table.columns) | {"still": np.asarray(table.columns["unit"]) * 1.0}, "unit", "year"
    )
    with pytest.raises(DataMissing, match="still"):
        lsdv_corrected(still, "y", ("x", "still"))
    short = table.take(np.asarray(table.columns["year"]) < 2)
    with pytest.raises(DataMissing, match="three rows in a row"):
        lsdv_corrected(short, "y")
