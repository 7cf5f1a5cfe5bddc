import numpy as np
import pytest

from comity.methods.streams import Stream, stream
from comity.methods.weight_noise import WeightNoise, draw_weights
from comity.terms.errors import RecipeError
from tests.methods.trees import tree

DRAWS = 40_000


def shares(kind: str, size: float, shape=None) -> np.ndarray:
    """Drawn shares of the first group's members."""
    shape = shape or tree()
    weights = draw_weights(shape, WeightNoise(kind, size), DRAWS, stream(1, Stream.WEIGHTS, 0))[0]
    mine = weights[:, shape.levels[0].members(0)]
    return mine / mine.sum(axis=1, keepdims=True)


def test_uniform_noise_stays_within_its_band():
    shape = tree()
    drawn = draw_weights(shape, WeightNoise("uniform", 0.25), 1000, stream(1, Stream.WEIGHTS, 0))
    for level, weights in zip(shape.levels, drawn, strict=True):
        ratio = weights / level.weight
        assert 0.75 <= ratio.min() < 0.76
        assert 1.24 < ratio.max() <= 1.25


def test_dirichlet_moments():
    """Mean a_i / a_0, variance m (1 - m) / (a_0 + 1): the textbook's Dirichlet."""
    shape = tree()
    nominal = shape.levels[0].share()[shape.levels[0].members(0)]
    drawn = shares("dirichlet", 10.0)
    total = 10.0 * len(nominal)
    np.testing.assert_allclose(drawn.mean(axis=0), nominal, atol=0.003)
    np.testing.assert_allclose(drawn.var(axis=0), nominal * (1 - nominal) / (total + 1), rtol=0.05)


def test_simplex_is_uniform_whatever_the_weights():
    """Uniform over the simplex of three: each share has mean 1/3 and variance 1/18."""
    drawn = shares("simplex", 0.0)
    np.testing.assert_allclose(drawn.mean(axis=0), 1 / 3, atol=0.005)
    np.testing.assert_allclose(drawn.var(axis=0), 1 / 18, rtol=0.05)


def test_none_gives_the_weights_themselves():
    shape = tree()
    drawn = draw_weights(shape, WeightNoise("none"), 3, stream(1, Stream.WEIGHTS, 0))
    np.testing.assert_array_equal(drawn[1], np.tile(shape.levels[1].weight, (3, 1)))


@pytest.mark.parametrize("kind", ["uniform", "dirichlet", "simplex", "none"])
def test_weight_zero_stays_out(kind):
    shape = tree()
    bottom = shape.levels[0].weight.copy()
    bottom[0] = 0.0
    shape = shape.with_weights((bottom, shape.levels[1].weight))
    assert (shares(kind, 0.5, shape)[:, 0] == 0).all()


def test_a_tiny_concentration_never_leaves_a_group_empty():
    assert np.isfinite(shares("dirichlet", 1e-4)).all()


@pytest.mark.parametrize(("kind", "size"), [("normal", 1), ("uniform", 1.5), ("dirichlet", 0)])
def test_bad_noise_is_refused(kind, size):
    with pytest.raises(RecipeError):
        WeightNoise(kind, size)
