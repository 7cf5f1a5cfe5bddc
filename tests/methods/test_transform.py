import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.transform import TRANSFORMS, transform
from comity.terms.errors import RecipeError


def test_known_values():
    x = np.array([-1.0, 0.0, np.e - 1, np.nan])
    assert transform(x, "none") is x
    np.testing.assert_allclose(transform(x, "log1p"), [0, 0, 1, np.nan])
    np.testing.assert_allclose(transform(x, "asinh"), np.arcsinh(x))
    np.testing.assert_allclose(transform(np.array([-4.0, 9.0]), "sqrt"), [0, 3])
    np.testing.assert_allclose(transform(np.array([1.0, np.e]), "log"), [0, 1])


def test_log_of_zero_is_refused_with_the_mend():
    with pytest.raises(RecipeError, match="log1p"):
        transform(np.array([0.0, 1.0]), "log")


def test_unknown_transform_lists_the_known():
    with pytest.raises(RecipeError, match="asinh"):
        transform(np.array([1.0]), "cube")


@given(st.lists(st.floats(0.001, 1e6), min_size=2, max_size=20), st.sampled_from(TRANSFORMS))
def test_every_transform_keeps_the_order(values, kind):
    x = np.sort(np.array(values))
    assert (np.diff(transform(x, kind)) >= 0).all()
