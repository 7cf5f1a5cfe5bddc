import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.means import forward, weighted_mean
from comity.methods.swap import smallest_weight_change
from comity.terms.errors import RecipeError

W = np.array([0.5, 0.3, 0.2])


def test_two_constructs_by_hand():
    """A leads on the first by 20, B on the second by 10: level when the first weighs a third."""
    found = smallest_weight_change(
        np.array([60.0, 40.0]), np.array([40.0, 50.0]), np.array([0.5, 0.5]), "arithmetic"
    )
    assert found.possible
    np.testing.assert_allclose(found.weight, [1 / 3, 2 / 3])
    assert found.moved == pytest.approx(1 / 6)


@given(st.integers(0, 300), st.sampled_from(["arithmetic", "geometric", "harmonic"]))
def test_the_two_draw_level_and_no_random_weights_do_it_with_less(seed, mean):
    rng = np.random.default_rng(seed)
    x = 1 + 99 * rng.random((2, 3))
    score = weighted_mean(x, W, mean)
    higher, lower = x[np.argsort(-score)]
    found = smallest_weight_change(higher, lower, W, mean)
    if not found.possible:
        assert (higher >= lower).all()
        return
    new = weighted_mean(np.array([higher, lower]), found.weight, mean)
    assert new[0] == pytest.approx(new[1], rel=1e-6)
    assert found.weight.sum() == pytest.approx(1)
    tried = rng.dirichlet(np.ones(3), 2000)
    sign = -1 if mean == "harmonic" else 1
    level = sign * (forward(higher, mean) - forward(lower, mean)) @ tried.T <= 0
    moved = np.abs(tried - W).sum(axis=1) / 2
    assert found.moved <= moved[level].min(initial=1.0) + 1e-9


def test_different_gaps_are_searched_over_the_common_level():
    higher, lower = np.array([80.0, 30.0, np.nan]), np.array([20.0, 60.0, 50.0])
    found = smallest_weight_change(higher, lower, W, "arithmetic")
    new = weighted_mean(np.array([higher, lower]), found.weight, "arithmetic")
    assert new[0] == pytest.approx(new[1], abs=1e-3)
    rng = np.random.default_rng(0)
    tried = rng.dirichlet(np.ones(3), 200_000)
    a = (tried[:, 0] * 80 + tried[:, 1] * 30) / (tried[:, 0] + tried[:, 1])
    level = a <= tried @ np.array([20.0, 60.0, 50.0])
    moved = np.abs(tried - W).sum(axis=1) / 2
    assert found.moved <= moved[level].min() + 1e-3


def test_no_weights_swap_a_unit_that_is_ahead_on_everything():
    found = smallest_weight_change(np.array([2.0, 3.0, 4.0]), np.ones(3), W, "arithmetic")
    assert not found.possible


def test_the_worst_member_has_no_weights():
    with pytest.raises(RecipeError, match="no weights"):
        smallest_weight_change(np.ones(3), np.ones(3), W, "worst")
