import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.composite import aggregate
from comity.methods.contributions import decompose
from comity.methods.means import MEANS
from tests.methods.trees import matrix, tree


@given(st.integers(0, 300), st.sampled_from(MEANS), st.sampled_from(MEANS))
def test_baseline_and_contributions_add_up_to_the_score(seed, first, second):
    shape, x = tree(), matrix(seed=seed, missing=0.2)
    result = aggregate(x, shape, (first, second))
    reference = np.nanmedian(x, axis=0)
    for row in np.flatnonzero(~np.isnan(result.index))[:4]:
        parts = decompose(
            x[row], reference, shape, (first, second), usable=~np.isnan(result.nodes[0][row])
        )
        total = parts.baseline + parts.contribution.sum()
        assert total == pytest.approx(result.index[row], abs=1e-9)
        assert parts.weight.sum() == pytest.approx(1.0)
        assert (parts.contribution[np.isnan(x[row])] == 0).all()


def test_with_arithmetic_means_a_contribution_is_weight_times_difference():
    shape, x = tree(), matrix()
    reference = np.nanmedian(x, axis=0)
    parts = decompose(
        x[0], reference, shape, ("arithmetic", "arithmetic"), usable=np.ones(3, dtype=bool)
    )
    np.testing.assert_allclose(parts.weight, shape.effective())
    np.testing.assert_allclose(parts.contribution, shape.effective() * (x[0] - reference))


def test_the_median_unit_has_no_contributions():
    shape, x = tree(), matrix()
    for mean in MEANS:
        parts = decompose(x[0], x[0], shape, (mean, mean), usable=np.ones(3, dtype=bool))
        np.testing.assert_allclose(parts.contribution, 0, atol=1e-12)
