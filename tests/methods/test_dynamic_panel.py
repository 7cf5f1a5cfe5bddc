import warnings

import numpy as np
import pytest

from comity.evaluate.panel_run import run_panel
from comity.methods.dynamic_panel import anderson_hsiao, nickell_bias
from comity.methods.panel_columns import Table, shifted
from comity.methods.panel_vcov import cluster_covariance
from comity.terms.errors import DataMissing, InputError


def panel(rho=0.5, units=2000, periods=6, seed=0):
    draw = np.random.default_rng(seed)
    y, x = np.zeros((units, periods + 50)), draw.normal(size=(units, periods + 50))
    own = draw.normal(size=units)
    for t in range(1, periods + 50):
        y[:, t] = rho * y[:, t - 1] + 0.7 * x[:, t] + own + draw.normal(size=units)
    unit, year = np.repeat(np.arange(units), periods), np.tile(np.arange(periods), units)
    kept = {"y": y[:, 50:].ravel(), "x": x[:, 50:].ravel(), "unit": unit, "year": year}
    return Table(kept, "unit", "year")


def test_nickells_formula_equals_the_simulated_bias():
    """An autoregression without other terms, five usable periods, many units."""
    draw = np.random.default_rng(1)
    y = np.zeros((6000, 56))
    for t in range(1, 56):
        y[:, t] = 0.5 * y[:, t - 1] + draw.normal(size=6000)
    unit, year = np.repeat(np.arange(6000), 6), np.tile(np.arange(6), 6000)
    table = Table({"y": y[:, 50:].ravel(), "unit": unit, "year": year}, "unit", "year")
    found = run_panel(table, "y ~ l(y, 1) | unit")
    assert found["l(y, 1)"].estimate - 0.5 == pytest.approx(nickell_bias(0.5, 5), abs=0.015)
    assert any("Nickell bias" in note for note in found.notes)
    assert not run_panel(table, "y ~ l(y, 1)").notes


def test_nickells_formula_holds_for_an_outcome_that_swings_in_an_unbalanced_panel():
    """A negative coefficient, and between four and five usable periods a unit."""
    draw = np.random.default_rng(2)
    y = np.zeros((6000, 56))
    for t in range(1, 56):
        y[:, t] = -0.4 * y[:, t - 1] + draw.normal(size=6000)
    unit, year = np.repeat(np.arange(6000), 6), np.tile(np.arange(6), 6000)
    kept = (unit % 2 == 0) | (year > 0)
    columns = {"y": y[:, 50:].ravel()[kept], "unit": unit[kept], "year": year[kept]}
    found = run_panel(Table(columns, "unit", "year"), "y ~ l(y, 1) | unit")
    assert found["l(y, 1)"].estimate + 0.4 == pytest.approx(nickell_bias(-0.4, 4.5), abs=0.015)
    assert any("4.5 periods a unit" in note for note in found.notes)


def test_anderson_hsiao_recovers_what_the_within_estimator_misses():
    table = panel()
    fit = anderson_hsiao(table, "y", ("x",))
    assert fit.names == ("fit_lagged", "d(x)")
    assert fit.beta == pytest.approx([0.5, 0.7], abs=0.1)
    within = run_panel(table, "y ~ l(y, 1) + x | unit + year")["l(y, 1)"].estimate
    assert within < 0.35
    errors = cluster_covariance(fit.parts, fit.design.clusters).std_errors
    assert abs(fit.beta[0] - 0.5) < 3 * errors[0]


def test_anderson_hsiao_equals_linearmodels():
    table = panel(units=200)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas as pd
        from linearmodels.iv import IV2SLS

        y, x = table.numbers("y"), table.numbers("x")
        lag, twice = shifted(table, y, 1), shifted(table, y, 2)
        frame = pd.DataFrame(
            {
                "dy": y - lag,
                "dl": lag - twice,
                "z": twice,
                "dx": x - shifted(table, x, 1),
                "one": 1.0,
            }
        ).dropna()
        theirs = IV2SLS(frame["dy"], frame[["one", "dx"]], frame["dl"], frame["z"]).fit()
    fit = anderson_hsiao(table, "y", ("x",), period_effects=False)
    assert dict(zip(fit.names, fit.beta, strict=True)) == pytest.approx(
        {
            "fit_lagged": theirs.params["dl"],
            "(Intercept)": theirs.params["one"],
            "d(x)": theirs.params["dx"],
        },
        abs=1e-8,
    )


def test_refusals():
    with pytest.raises(DataMissing, match="three periods in a row"):
        anderson_hsiao(panel(units=5, periods=2), "y")
    with pytest.raises(InputError, match="between -1 and 1"):
        nickell_bias(1.0, 5)
