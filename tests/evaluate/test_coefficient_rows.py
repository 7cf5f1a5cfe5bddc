import numpy as np
import pytest

from comity.evaluate.coefficient_rows import coefficient_rows, detectable_by_term


def test_textbook_quantiles():
    """97.5 % points of t with 10 degrees (2.228) and of the normal distribution (1.960)."""
    (t,) = coefficient_rows(["x"], np.array([1.0]), np.array([1.0]), 10)
    (z,) = coefficient_rows(["x"], np.array([1.96]), np.array([1.0]), float("inf"))
    assert t.high - t.estimate == pytest.approx(2.228, abs=5e-4)
    assert z.p_value == pytest.approx(0.05, abs=1e-4)
    assert detectable_by_term([z], float("inf"))["minimum_detectable[x]"] == pytest.approx(
        2.8, abs=0.01
    )


def test_a_coefficient_without_an_error_has_no_p_value():
    (row,) = coefficient_rows(["x"], np.array([1.0]), np.array([np.nan]), 10)
    assert np.isnan(row.p_value)
