import numpy as np
import pytest
from scipy.spatial.distance import cdist

from comity.methods.matching import match_nearest
from comity.terms.errors import DataMissing, InputError


def sample(n=600, seed=0):
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(n, 2)) * [1, 50]
    treated = draw.random(n) < 1 / (1 + np.exp(1.5 - x[:, 0]))
    return treated, x, draw.integers(0, 4, n), draw


@pytest.mark.parametrize("neighbours", [1, 3])
def test_equal_to_scipys_mahalanobis_distances(neighbours):
    treated, x, year, _ = sample()
    found = match_nearest(treated, x, stratum=year, neighbours=neighbours)
    distance = cdist(x, x, "mahalanobis", VI=np.linalg.inv(np.cov(x.T)))
    for row, partners in zip(found.treated, found.matches, strict=True):
        pool = np.flatnonzero(~treated & (year == year[row]))
        expected = pool[np.argsort(distance[row, pool], kind="stable")[:neighbours]]
        assert np.allclose(distance[row, partners], distance[row, expected])
        assert (year[partners] == year[row]).all()


def test_matching_balances_and_takes_confounding_away():
    treated, x, _, draw = sample(4000, seed=1)
    y = 1.0 * treated + 2.0 * x[:, 0] + draw.normal(size=4000)
    found = match_nearest(treated, x, neighbours=2)
    assert (np.abs(found.after) < 0.1).all()
    assert abs(found.before[0]) > 0.5
    plain = y[treated].mean() - y[~treated].mean()
    others = ~treated
    matched = y[found.treated].mean() - np.average(y[others], weights=found.weights[others])
    assert abs(matched - 1) < 0.2 < abs(plain - 1)
    assert found.weights[others].sum() == pytest.approx(len(found.treated))


def test_a_caliper_leaves_far_rows_unmatched():
    treated = np.array([True, True, False, False, False])
    x = np.array([[0.0], [9.0], [0.1], [0.2], [1.0]])
    found = match_nearest(treated, x, caliper=0.5)
    assert found.unmatched == 1
    assert found.matches.tolist() == [[2]]
    assert found.weights.tolist() == [1, 0, 1, 0, 0]


def test_refusals():
    treated = np.array([True, False])
    with pytest.raises(InputError, match="treated and untreated"):
        match_nearest(np.array([True, True]), np.array([[1.0], [2.0]]))
    with pytest.raises(InputError, match="complete covariates"):
        match_nearest(treated, np.array([[1.0], [np.nan]]))
    with pytest.raises(DataMissing, match="widen the caliper"):
        match_nearest(treated, np.array([[0.0], [9.0]]), stratum=np.array([0, 1]))


def test_repeated_and_constant_covariates_change_nothing():
    treated, x, year, _ = sample()
    more = np.column_stack([x, 2 * x[:, 0], np.ones(len(x))])
    plain, padded = (
        match_nearest(treated, x, stratum=year),
        match_nearest(treated, more, stratum=year),
    )
    assert (plain.matches == padded.matches).mean() > 0.99
