import warnings

import numpy as np
import pytest

from comity.methods.negative_binomial import fit_negative_binomial, negative_binomial_scores
from comity.terms.errors import DataMissing, InputError


def sample(seed=0, n=800, alpha=0.6):
    draw = np.random.default_rng(seed)
    X = np.column_stack([np.ones(n), draw.normal(size=n), draw.normal(size=n) * 10])
    mean = np.exp(X @ [0.5, 0.4, -0.02])
    return draw.poisson(mean * draw.gamma(1 / alpha, alpha, n)).astype(float), X


def test_equal_to_statsmodels():
    y, X = sample()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        theirs = sm.NegativeBinomial(y, X).fit(disp=0, method="bfgs", maxiter=500, gtol=1e-8)
    found = fit_negative_binomial(y, X)
    assert np.abs(found.beta - theirs.params[:3]).max() < 1e-5
    assert found.alpha == pytest.approx(theirs.params[3], rel=1e-4)
    assert np.abs(found.std_errors / theirs.bse[:3] - 1).max() < 1e-3
    assert found.log_likelihood == pytest.approx(theirs.llf, abs=1e-6)


def test_an_exposure_enters_with_coefficient_one():
    y, X = sample()
    plain = fit_negative_binomial(y, X)
    moved = fit_negative_binomial(y, X, np.full(len(y), np.log(2.0)))
    assert moved.beta[0] == pytest.approx(plain.beta[0] - np.log(2), abs=1e-5)
    assert moved.beta[1] == pytest.approx(plain.beta[1], abs=1e-5)


def test_planted_numbers_are_in_reach():
    y, X = sample(seed=3, n=4000)
    found = fit_negative_binomial(y, X)
    assert np.abs((found.beta - [0.5, 0.4, -0.02]) / found.std_errors).max() < 3
    assert found.alpha == pytest.approx(0.6, abs=0.1)


def test_refusals():
    y, X = sample()
    with pytest.raises(InputError, match="whole numbers"):
        fit_negative_binomial(y + 0.5, X)
    draw = np.random.default_rng(0)
    even = draw.binomial(20, 0.5, 300).astype(float)
    with pytest.raises(DataMissing, match="use the Poisson family"):
        fit_negative_binomial(even, np.ones((300, 1)))
    with pytest.raises(DataMissing, match="collinear"):
        fit_negative_binomial(y, np.column_stack([X, X[:, 1]]))


def test_scores_sum_to_nothing_and_give_statsmodels_clusters():
    y, X = sample()
    groups = np.repeat(np.arange(80), 10)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        theirs = sm.NegativeBinomial(y, X).fit(
            disp=0, method="bfgs", maxiter=500, gtol=1e-8, cov_type="cluster",
            cov_kwds={"groups": groups, "use_correction": False},
        )  # fmt: skip
    found = fit_negative_binomial(y, X)
    scores = negative_binomial_scores(found, y, X)
    assert np.abs(scores.sum(axis=0)).max() < 1e-3
    sums = np.add.reduceat(scores, np.arange(0, 800, 10))
    matrix = found.covariance @ (sums.T @ sums) @ found.covariance
    assert np.sqrt(np.diag(matrix))[:3] == pytest.approx(theirs.bse[:3], rel=1e-3)
