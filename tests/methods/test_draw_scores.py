import numpy as np
import pytest

from comity.methods.composite import aggregate
from comity.methods.draw_scores import Perturbed, score_draws
from comity.methods.means import MEANS
from comity.methods.streams import Stream, stream
from comity.methods.weight_noise import WeightNoise, draw_weights
from comity.terms.hierarchy import Hierarchy, Level
from tests.methods.trees import matrix, tree


def three_levels() -> Hierarchy:
    low = tree((2, 3, 2, 2))
    middle = Level(low.levels[1].names, np.array([0, 0, 1, 1]), low.levels[1].weight)
    top = Level(("a", "b"), np.zeros(2, dtype=np.int64), np.array([1.0, 2.0]))
    return Hierarchy((low.levels[0], middle, top))


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("first", MEANS)
@pytest.mark.parametrize("second", MEANS)
@pytest.mark.parametrize("shape", [tree(), three_levels()], ids=["two levels", "three levels"])
def test_every_draw_equals_the_plain_aggregation(shape, first, second, missing):
    """The engine's arithmetic and the plain one are two implementations of one definition."""
    x = matrix(missing=missing)
    means = (first, *[second] * (len(shape.levels) - 1))
    weights = draw_weights(shape, WeightNoise("dirichlet", 3), 6, stream(1, Stream.WEIGHTS, 0))
    nodes = aggregate(x, shape, means).nodes
    got = score_draws(x, shape, weights, means, available=tuple(~np.isnan(node) for node in nodes))
    for draw in range(6):
        drawn = shape.with_weights([w[draw] for w in weights])
        np.testing.assert_allclose(got[draw], aggregate(x, drawn, means).index)


def test_replaced_columns_take_the_place_of_the_matrix():
    shape, x = tree(), matrix(missing=0.2)
    weights = draw_weights(shape, WeightNoise("none"), 4, stream(1, Stream.WEIGHTS, 0))
    column = 1 + 99 * np.random.default_rng(3).random((4, len(x)))
    available = (np.ones((len(x), 3), dtype=bool), np.ones((len(x), 1), dtype=bool))
    for mean in MEANS:
        got = score_draws(
            x, shape, weights, (mean, mean), available=available, perturbed=Perturbed({4: column})
        )
        for draw in range(4):
            y = x.copy()
            y[:, 4] = column[draw]
            np.testing.assert_allclose(got[draw], aggregate(y, shape, (mean, mean)).index)


def test_single_cells_fill_what_is_missing():
    shape, x = tree(), matrix()
    x[3, 5] = np.nan
    weights = draw_weights(shape, WeightNoise("dirichlet", 5), 4, stream(1, Stream.WEIGHTS, 0))
    values = np.array([1.0, 20.0, 50.0, 99.0])
    available = (np.ones((len(x), 3), dtype=bool), np.ones((len(x), 1), dtype=bool))
    for mean in MEANS:
        got = score_draws(
            x,
            shape,
            weights,
            (mean, mean),
            available=available,
            perturbed=Perturbed(cells=[(3, 5, values)]),
        )
        for draw in range(4):
            y = x.copy()
            y[3, 5] = values[draw]
            drawn = shape.with_weights([w[draw] for w in weights])
            np.testing.assert_allclose(got[draw], aggregate(y, drawn, (mean, mean)).index)


def test_groups_that_are_not_available_are_left_out():
    shape, x = tree(), matrix()
    weights = draw_weights(shape, WeightNoise("none"), 1, stream(1, Stream.WEIGHTS, 0))
    available = np.ones((len(x), 3), dtype=bool)
    available[0, 1] = False
    y = x.copy()
    y[0, shape.levels[0].members(1)] = np.nan
    got = score_draws(
        np.where(np.arange(len(x))[:, None] == 0, y, x),
        shape,
        weights,
        ("arithmetic", "arithmetic"),
        available=(available, np.ones((len(x), 1), dtype=bool)),
    )
    np.testing.assert_allclose(got[0], aggregate(y, shape, ("arithmetic", "arithmetic")).index)
