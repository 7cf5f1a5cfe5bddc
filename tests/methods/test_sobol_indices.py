import numpy as np
import pytest

from comity.methods.sobol_indices import sobol_indices
from comity.terms.errors import InputError


def ishigami(points):
    x1, x2, x3 = (2 * np.pi * points - np.pi).T
    y = np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)
    return np.column_stack([y, np.zeros(len(y))])


@pytest.mark.slow
def test_ishigami_analytic_indices():
    """First-order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437 (Ishigami and Homma 1990)."""
    inputs = [(name, name) for name in ("x1", "x2", "x3")]
    found = sobol_indices(ishigami, inputs, samples=4096, seed=1)
    np.testing.assert_allclose(found.first[0], [0.3139, 0.4424, 0.0], atol=0.02)
    np.testing.assert_allclose(found.total[0], [0.5576, 0.4424, 0.2437], atol=0.02)
    assert np.isnan(found.total[1]).all()
    assert found.evaluations == 4096 * 5


@pytest.mark.slow
def test_inputs_can_be_grouped():
    inputs = [("x1", "a"), ("x2", "b"), ("x3", "a")]
    found = sobol_indices(ishigami, inputs, samples=2048, seed=1)
    assert found.groups == ("a", "b")
    np.testing.assert_allclose(found.total[0], [0.5576, 0.4424], atol=0.03)


def test_the_base_sample_is_a_power_of_two():
    with pytest.raises(InputError, match="power of two"):
        sobol_indices(ishigami, [("x", "x")], samples=100, seed=1)
