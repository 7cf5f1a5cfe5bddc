import numpy as np
import pytest
from scipy.optimize import LinearConstraint, minimize

from comity.methods.entropy_balance import entropy_balance
from comity.terms.errors import DataMissing, InputError


def sample(n=300, seed=0):
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(n, 3)) * [1, 100, 0.01]
    treated = draw.random(n) < 1 / (1 + np.exp(-(x[:, 0] + x[:, 1] / 100)))
    return treated, x, draw


def test_means_are_matched_exactly():
    treated, x, _ = sample()
    found = entropy_balance(treated, x)
    assert np.allclose(found.after, x[treated].mean(axis=0), rtol=1e-6, atol=1e-8)
    assert found.weights[~treated].sum() == pytest.approx(treated.sum())
    assert (found.weights > 0).all()
    assert found.effective < (~treated).sum()
    assert not np.allclose(found.before, found.treated_means, rtol=0.01)


def test_no_other_balancing_weights_are_closer_to_equal_ones():
    """The same problem solved head on, with the weights as the unknowns."""
    treated, x, _ = sample(60, seed=4)
    found = entropy_balance(treated, x[:, :1])
    untreated = x[~treated, 0]
    n = len(untreated)
    constraint = LinearConstraint(
        np.vstack([np.ones(n), untreated]), *([np.array([1, x[treated, 0].mean()])] * 2)
    )
    direct = minimize(
        lambda w: float(w @ np.log(np.maximum(w, 1e-300) * n)),
        np.full(n, 1 / n),
        jac=lambda w: np.log(np.maximum(w, 1e-300) * n) + 1,
        bounds=[(1e-9, 1)] * n,
        constraints=[constraint],
        method="SLSQP",
        options={"maxiter": 500, "ftol": 1e-14},
    )
    assert np.allclose(found.weights[~treated] / treated.sum(), direct.x, atol=1e-5)


def test_confounding_by_what_is_balanced_goes_away():
    treated, x, draw = sample(4000, seed=2)
    y = 1.0 * treated + 2 * x[:, 0] + x[:, 1] / 50 + draw.normal(size=4000)
    found = entropy_balance(treated, x)
    plain = y[treated].mean() - y[~treated].mean()
    balanced = y[treated].mean() - np.average(y[~treated], weights=found.weights[~treated])
    assert abs(balanced - 1) < 0.15 < abs(plain - 1)


def test_refusals():
    with pytest.raises(InputError, match="treated and untreated"):
        entropy_balance(np.ones(3, dtype=bool), np.zeros((3, 1)))
    apart = np.array([[5.0], [6.0], [0.0], [1.0]])
    with pytest.raises(DataMissing, match="outside what the untreated"):
        entropy_balance(np.array([True, True, False, False]), apart)
