import warnings

import numpy as np
import pytest

from comity.methods.cloglog import fit_cloglog
from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_vcov import SmallSample, cluster_covariance, plain_covariance
from comity.terms.errors import DataMissing, InputError


def sample(seed=0, n=600):
    draw = np.random.default_rng(seed)
    x, z = draw.normal(size=(2, n))
    y = (draw.random(n) < -np.expm1(-np.exp(0.7 * x - 1.0))).astype(float)
    return Table({"y": y, "x": x, "z": z, "unit": np.repeat(np.arange(n // 10), 10)})


def test_equal_to_statsmodels():
    table = sample()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        X = np.column_stack([np.ones(600), table.columns["x"], table.columns["z"]])
        family = sm.families.Binomial(link=sm.families.links.CLogLog())
        theirs = sm.GLM(table.columns["y"], X, family=family).fit(tol=1e-14)
    fit = fit_cloglog(make_design(table, parse_formula("y ~ x + z"), clusters=(("unit",),)))
    assert fit.beta == pytest.approx(theirs.params, abs=1e-8)
    plain = plain_covariance(fit.parts, "iid", SmallSample(adjust=False)).std_errors
    assert plain == pytest.approx(theirs.bse, abs=1e-6)
    assert fit.statistics["deviance"] == pytest.approx(theirs.deviance, abs=1e-8)
    assert fit.residuals == pytest.approx(theirs.resid_response, abs=1e-8)


def test_clustered_errors_are_the_sandwich_of_the_scores():
    """Scores by numerical slopes of the likelihood, summed by unit."""
    table = sample()
    fit = fit_cloglog(make_design(table, parse_formula("y ~ x"), clusters=(("unit",),)))
    y = table.numbers("y")

    def likelihood(beta):
        mean = np.exp(fit.X @ beta)
        return np.where(y == 1, np.log(-np.expm1(-mean)), -mean)

    step = 1e-6
    slopes = np.column_stack(
        [
            (likelihood(fit.beta + step * e) - likelihood(fit.beta - step * e)) / (2 * step)
            for e in np.eye(2)
        ]
    )
    sums = slopes.reshape(60, 10, 2).sum(axis=1)
    by_hand = fit.parts.bread @ (sums.T @ sums) @ fit.parts.bread
    ours = cluster_covariance(
        fit.parts, fit.design.clusters, SmallSample(adjust=False, cluster_adjust=False)
    )
    assert ours.matrix == pytest.approx(by_hand, rel=1e-5)


def test_a_planted_hazard_ratio_is_found():
    fit = fit_cloglog(make_design(sample(n=20_000), parse_formula("y ~ x")))
    assert fit.beta == pytest.approx([-1.0, 0.7], abs=0.05)


def test_refusals():
    x = np.arange(20.0)
    table = Table({"y": (x > 9).astype(float), "x": x})
    with pytest.raises(DataMissing, match="perfectly"):
        fit_cloglog(make_design(table, parse_formula("y ~ x")))
    with pytest.raises(InputError, match="zeros and ones"):
        fit_cloglog(make_design(table, parse_formula("x ~ y")))
