import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.gmm_estimate import one_step, two_step
from comity.methods.gmm_rows import lay_out, stack_equations
from tests.methods.test_gmm_panel import reference_panel


def changes():
    panel = lay_out(reference_panel(), parse_formula("y ~ w + k"))
    return stack_equations(panel, system=False, period_effects=False)


def test_with_as_many_instruments_as_terms_it_is_instrumental_variables():
    """Instruments that are the terms themselves give least squares, whatever the weights."""
    rows = changes()
    plain = np.linalg.lstsq(rows.X, rows.y, rcond=None)[0]
    first = one_step(rows, rows.X)
    second = two_step(rows, rows.X, first)
    assert first.beta == pytest.approx(plain, abs=1e-10)
    assert second.beta == pytest.approx(plain, abs=1e-10)
    # No weights are estimated from anything that matters, so there is nothing to correct.
    assert second.covariance == pytest.approx(first.covariance, rel=1e-8)


def test_moments_that_repeat_one_another_change_nothing():
    rows = changes()
    twice = np.hstack([rows.X, rows.X[:, :1]])
    assert one_step(rows, twice).beta == pytest.approx(one_step(rows, rows.X).beta, abs=1e-8)
