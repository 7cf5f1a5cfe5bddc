import warnings

import numpy as np
import pytest

from comity.methods.formula import parse_formula
from comity.methods.logit import fit_logit, time_since
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_vcov import SmallSample, cluster_covariance, plain_covariance
from comity.terms.errors import DataMissing, InputError


def sample(seed=0):
    draw = np.random.default_rng(seed)
    x, z = draw.normal(size=(2, 500))
    y = (draw.random(500) < 1 / (1 + np.exp(-(0.8 * x - 0.5)))).astype(float)
    return Table({"y": y, "x": x, "z": z, "unit": np.repeat(np.arange(50), 10)})


def test_equal_to_statsmodels_with_clusters():
    table = sample()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.api as sm

        X = np.column_stack([np.ones(500), table.columns["x"], table.columns["z"]])
        model = sm.Logit(table.columns["y"], X)
        plain = model.fit(disp=0, tol=1e-14, method="newton")
        theirs = model.fit(
            disp=0, tol=1e-14, cov_type="cluster", cov_kwds={"groups": table.columns["unit"]}
        )
    fit = fit_logit(make_design(table, parse_formula("y ~ x + z"), clusters=(("unit",),)))
    assert np.abs(fit.beta - plain.params).max() < 1e-8
    nothing = SmallSample(adjust=False)
    assert np.abs(plain_covariance(fit.parts, "iid", nothing).std_errors - plain.bse).max() < 1e-6
    mine = cluster_covariance(fit.parts, fit.design.clusters).std_errors
    assert np.abs(mine / theirs.bse - 1).max() < 1e-3  # (n - 1) / (n - K) against its own rule
    assert fit.statistics["deviance"] == pytest.approx(-2 * plain.llf)


def test_perfect_prediction_and_odd_outcomes_are_refused():
    x = np.arange(20.0)
    table = Table({"y": (x > 9).astype(float), "x": x, "u": x % 2})
    with pytest.raises(DataMissing, match="perfectly"):
        fit_logit(make_design(table, parse_formula("y ~ x")))
    with pytest.raises(InputError, match="zeros and ones"):
        fit_logit(make_design(table, parse_formula("x ~ y")))
    with pytest.raises(InputError, match="neither fixed effects"):
        fit_logit(make_design(table, parse_formula("y ~ x | u")))


def test_rows_at_risk_of_recurrence():
    war = np.array([0, 1, 1, 0, 0, 1, 0, np.nan, 0, 1], dtype=float)
    table = Table({"war": war, "u": np.zeros(10), "t": np.arange(10.0)}, "u", "t")
    found = time_since(table, "war")
    expected = [np.nan, np.nan, np.nan, np.nan, 2, 3, np.nan, np.nan, np.nan, np.nan]
    assert np.array_equal(found, expected, equal_nan=True)


def test_units_are_kept_apart_whatever_the_order_of_rows():
    war = np.array([1.0, 0, 0, 1, 0, 1])
    table = Table(
        {"war": war, "u": np.array([0, 1, 0, 1, 0, 1]), "t": np.array([0.0, 1, 1, 0, 2, 2])},
        "u",
        "t",
    )
    found = time_since(table, "war")
    assert np.array_equal(found, [np.nan, np.nan, np.nan, np.nan, 2, 2], equal_nan=True)


def test_a_planted_hazard_is_recovered():
    draw = np.random.default_rng(3)
    rows = []
    for unit in range(400):
        peace, since = unit % 2, 0
        for t in range(25):
            chance = 1 / (1 + np.exp(-(-0.5 - 1.0 * peace - 0.1 * since)))
            event = t == 0 or (since > 1 and draw.random() < chance)
            rows.append((unit, t, float(event), peace))
            since = 1 if event else since + 1
    values = np.array(rows)
    table = Table(dict(zip(("u", "t", "war", "pko"), values.T, strict=True)), "u", "t")
    table = Table({**table.columns, "time": time_since(table, "war")}, "u", "t")
    design = make_design(table, parse_formula("war ~ pko + time"), clusters=(("u",),))
    fit = fit_logit(design)
    assert fit.beta[1] == pytest.approx(-1.0, abs=0.2)
    assert fit.beta[2] == pytest.approx(-0.1, abs=0.05)
