"""Golden standard errors are in ``test_panel_ols.py``; these are the rules one by one."""

import numpy as np
import pytest

from comity.methods.panel_vcov import (
    Sandwich,
    SmallSample,
    cluster_covariance,
    counted_parameters,
    nearest_psd,
    plain_covariance,
    residual_degrees,
)
from comity.terms.errors import InputError

UNIT = np.repeat(np.arange(5), 4)
YEAR = np.tile(np.arange(4), 5)


def parts(**changes) -> Sandwich:
    scores = np.random.default_rng(0).normal(size=(20, 2))
    return Sandwich(np.eye(2), scores, 1.0, (UNIT, YEAR), **changes)


@pytest.mark.parametrize(
    ("rule", "clusters", "expected"),
    [
        ("none", [UNIT], 2),
        ("full", [UNIT], 2 + 5 + 4 - 1),
        ("nested", [], 2 + 5 + 4 - 1),
        ("nested", [UNIT], 2 + 8 - 5 + 1),
        ("nested", [UNIT, YEAR], 2 + 8 - 9 + 2),
    ],
)
def test_fixed_effects_count_by_rule(rule, clusters, expected):
    assert counted_parameters(2, (UNIT, YEAR), clusters, rule) == expected


def test_one_way_clusters_by_hand():
    sums = np.array([parts().scores[u == UNIT].sum(axis=0) for u in range(5)])
    expected = sums.T @ sums * (19 / (20 - 6)) * (5 / 4)
    found = cluster_covariance(parts(), {"unit": UNIT})
    assert np.allclose(found.matrix, expected)
    assert found.degrees == 4
    assert found.clusters == {"unit": 5}
    assert "fixef.K='nested'" in found.small_sample


def test_the_rule_can_be_changed():
    rule = SmallSample(adjust=False, cluster_adjust=False, t_df="conventional")
    sums = np.array([parts().scores[u == UNIT].sum(axis=0) for u in range(5)])
    found = cluster_covariance(parts(), {"unit": UNIT}, rule)
    assert np.allclose(found.matrix, sums.T @ sums)
    assert found.degrees == 20 - 6
    each = cluster_covariance(
        parts(), {"u": UNIT, "t": YEAR}, SmallSample(cluster_df="conventional")
    )
    least = cluster_covariance(parts(), {"u": UNIT, "t": YEAR})
    assert not np.allclose(each.matrix, least.matrix)


def test_a_negative_variance_is_mended_and_said():
    matrix, mended = nearest_psd(np.diag([1.0, -1.0]))
    assert mended
    assert np.array_equal(matrix, np.diag([1.0, 0.0]))
    indefinite = np.array([[1.0, 2.0], [2.0, 1.0]])
    assert nearest_psd(indefinite) == (indefinite, False)  # as fixest leaves it


@pytest.mark.parametrize("clusters", [{}, {"a": UNIT, "b": YEAR, "c": UNIT}])
def test_one_or_two_ways_only(clusters):
    with pytest.raises(InputError, match="one-way or two-way"):
        cluster_covariance(parts(), clusters)


def test_a_single_cluster_is_refused():
    with pytest.raises(InputError, match="single cluster of 'world'"):
        cluster_covariance(parts(), {"world": np.zeros(20, dtype=int)})


def test_unknown_kinds_and_rules_are_refused():
    with pytest.raises(InputError, match="'HC7'"):
        plain_covariance(parts(), "HC7")
    with pytest.raises(InputError, match="fixef_k"):
        SmallSample(fixef_k="some")
    with pytest.raises(InputError, match="t_df"):
        SmallSample(t_df="max")
    with pytest.raises(InputError, match="leverage"):
        plain_covariance(parts(), "HC3")


def test_a_row_that_fits_itself_stays_out():
    found = plain_covariance(parts(leverage=np.r_[1.0, np.zeros(19)]), "HC2")
    assert np.isfinite(found.matrix).all()


def test_no_rows_to_spare_is_refused():
    with pytest.raises(InputError, match="5 parameters but 5 rows"):
        residual_degrees(5, 5)
