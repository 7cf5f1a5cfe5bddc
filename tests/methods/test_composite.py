import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.composite import Thresholds, aggregate, observed_share
from comity.terms.hierarchy import Hierarchy
from tests.methods.trees import matrix, tree

BOTH = ("arithmetic", "arithmetic")


def test_effective_weights_give_the_same_index_when_nothing_is_missing():
    shape, x = tree(), matrix()
    np.testing.assert_allclose(aggregate(x, shape, BOTH).index, x @ shape.effective())


@given(st.integers(0, 100), st.floats(0.1, 10))
def test_scaling_all_weights_changes_nothing(seed, factor):
    shape, x = tree(seed=seed), matrix(seed=seed, missing=0.2)
    larger = shape.with_weights([level.weight * factor for level in shape.levels])
    np.testing.assert_allclose(
        aggregate(x, shape, BOTH).index, aggregate(x, larger, BOTH).index, equal_nan=True
    )


@given(st.integers(0, 100))
def test_the_order_of_rows_does_not_matter(seed):
    shape, x = tree(), matrix(seed=seed, missing=0.2)
    order = np.random.default_rng(seed).permutation(len(x))
    np.testing.assert_array_equal(
        aggregate(x, shape, BOTH).index[order], aggregate(x[order], shape, BOTH).index
    )


@given(st.integers(0, 100), st.integers(0, 8))
def test_raising_an_indicator_never_lowers_the_index(seed, column):
    shape, x = tree(), matrix(seed=seed, missing=0.2)
    y = x.copy()
    y[:, column] += 5
    for means in (BOTH, ("geometric", "harmonic"), ("worst", "worst")):
        up, down = aggregate(y, shape, means).index, aggregate(x, shape, means).index
        assert (up >= down - 1e-9)[~np.isnan(down)].all()


def test_coverage_rules():
    shape = tree((2, 2))
    ones = Hierarchy(
        tuple(
            type(level)(level.names, level.parent, np.ones(len(level.names)))
            for level in shape.levels
        )
    )
    x = np.array([[1.0, 3.0, 5.0, 7.0], [1.0, np.nan, 5.0, 7.0], [1.0, np.nan, np.nan, np.nan]])
    result = aggregate(x, ones, BOTH, Thresholds(flag=0.6, drop=0.6, top=0.6))
    assert result.coverage[0].tolist() == [[1, 1], [0.5, 1], [0.5, 0]]
    assert result.index[0] == 4.0
    assert np.isnan(result.nodes[0][1, 0])
    assert np.isnan(result.index[1:]).all()
    assert aggregate(x, ones, BOTH).index.tolist() == [4.0, 3.5, 1.0]


def test_observed_share_uses_weights():
    level = tree((2,)).levels[0]
    share = observed_share(np.array([[True, False]]), level)
    assert share[0, 0] == pytest.approx(level.share()[0])
