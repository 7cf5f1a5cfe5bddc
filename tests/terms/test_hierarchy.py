import numpy as np
import pytest

from comity.terms.errors import RecipeError
from comity.terms.hierarchy import Hierarchy, Level


def level(weights, parents=(0, 0, 1)):
    return Level(("a", "b", "c"), np.array(parents), np.array(weights, dtype=float))


TOP = Level(("g", "h"), np.array([0, 0]), np.array([1.0, 3.0]))


def test_effective_weights_multiply_down_the_tree():
    tree = Hierarchy((level([1, 3, 9]), TOP))
    np.testing.assert_allclose(tree.effective(), [0.0625, 0.1875, 0.75])
    assert tree.indicators == ("a", "b", "c")


@pytest.mark.parametrize(
    ("weights", "said"),
    [([1, -1, 1], "'b' is -1"), ([1, np.nan, 1], "'b' is nan"), ([0, 0, 1], "a, b")],
)
def test_bad_weights_are_refused_by_name(weights, said):
    with pytest.raises(RecipeError, match=said):
        Hierarchy((level(weights), TOP))


def test_other_weights_on_the_same_tree():
    tree = Hierarchy((level([1, 1, 1]), TOP)).with_weights(([2, 6, 1], [1, 1]))
    np.testing.assert_allclose(tree.effective(), [0.125, 0.375, 0.5])
