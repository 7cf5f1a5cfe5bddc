import numpy as np
import pytest

from comity.methods.panel_draws import BLOCK, WEBB, cluster_counts, cluster_signs
from comity.terms.errors import InputError


@pytest.mark.parametrize("kind", ["rademacher", "webb"])
def test_weights_have_mean_zero_and_variance_one(kind):
    draws, enumerated = cluster_signs(20_000, 40, kind=kind, seed=1)
    assert not enumerated
    assert abs(draws.mean()) < 0.01
    assert abs(draws.var() - 1) < 0.01
    assert abs(np.corrcoef(draws[:, 0], draws[:, 1])[0, 1]) < 0.03
    if kind == "webb":
        assert set(np.unique(draws)) == set(WEBB)


def test_few_clusters_are_enumerated():
    draws, enumerated = cluster_signs(9_999, 5, kind="rademacher", seed=1)
    assert enumerated
    assert draws.shape == (32, 5)
    assert len(np.unique(draws, axis=0)) == 32


def test_a_block_depends_on_the_seed_and_its_number_only():
    long, _ = cluster_signs(3 * BLOCK, 40, kind="rademacher", seed=7)
    short, _ = cluster_signs(BLOCK, 40, kind="rademacher", seed=7)
    other, _ = cluster_signs(BLOCK, 40, kind="rademacher", seed=8)
    assert np.array_equal(long[:BLOCK], short)
    assert not np.array_equal(short, other)


def test_resamples_have_as_many_clusters():
    counts = cluster_counts(50, 12, seed=3)
    assert (counts.sum(axis=1) == 12).all()


def test_unknown_weights_are_refused():
    with pytest.raises(InputError, match="rademacher, webb"):
        cluster_signs(10, 3, kind="gauss", seed=1)
