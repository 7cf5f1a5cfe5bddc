"""Against R's fixest 0.12.2 (``tests/reference/panel``) and linearmodels."""

import warnings

import numpy as np
import pytest
from scipy import stats

from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_iv import fit_2sls, weak_instruments
from comity.methods.panel_vcov import cluster_covariance, plain_covariance
from comity.terms.errors import DataMissing
from tests.panel_reference import fixest_results, panel_frame, panel_table

FORMULA = "y ~ x2 | unit + year | x1 ~ x3 + x5"


def design(formula=FORMULA, table=None, **options):
    return make_design(
        table or panel_table(), parse_formula(formula), clusters=(("unit",),), **options
    )


def test_equal_to_fixest():
    printed = fixest_results().query("id == 'iv'")
    fitted = fit_2sls(design())
    covariance = cluster_covariance(fitted.parts, fitted.design.clusters)
    assert list(fitted.names) == printed["term"].tolist()
    assert np.abs(fitted.beta - printed["estimate"]).max() < 1e-8
    assert np.abs(covariance.std_errors - printed["std_error"]).max() < 1e-6
    p = 2 * stats.t.sf(np.abs(fitted.beta / covariance.std_errors), covariance.degrees)
    assert np.abs(p - printed["p_value"]).max() < 1e-6


@pytest.fixture
def strong() -> Table:
    """Planted: x moves y by 1.5; a confounder biases least squares upwards."""
    draw = np.random.default_rng(5)
    z, extra, hidden, w = draw.normal(size=(4, 600))
    x = 0.8 * z + 0.3 * extra + hidden + draw.normal(size=600)
    y = 1.5 * x + 2 * hidden + 0.5 * w + draw.normal(size=600)
    unit = np.repeat(np.arange(60), 10)
    return Table({"y": y, "x": x, "z": z, "extra": extra, "w": w, "unit": unit})


def test_diagnostics_equal_linearmodels(strong):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas as pd
        from linearmodels.iv import IV2SLS

        frame = pd.DataFrame(dict(strong.columns)).assign(one=1.0)
        theirs = IV2SLS(frame["y"], frame[["one", "w"]], frame["x"], frame[["z", "extra"]]).fit(
            cov_type="unadjusted"
        )
    fitted = fit_2sls(design("y ~ w | 0 | x ~ z + extra", strong))
    assert np.abs(fitted.beta[[1, 2, 0]] - theirs.params[["one", "w", "x"]]).max() < 1e-8
    assert fitted.statistics["sargan"] == pytest.approx(theirs.sargan.stat, rel=1e-8)
    assert fitted.statistics["sargan_p"] == pytest.approx(theirs.sargan.pval, rel=1e-8)
    assert fitted.statistics["wu_hausman_f"] == pytest.approx(theirs.wu_hausman().stat, rel=1e-8)
    first_f = fitted.statistics["first_stage_f"]
    theirs_f = theirs.first_stage.diagnostics.loc["x", "f.stat"]
    assert first_f == pytest.approx(theirs_f * (600 - 4) / 600, rel=1e-6)
    assert abs(fitted.beta[0] - 1.5) < 0.15


def test_strength_with_one_instrument_is_the_squared_t(strong):
    """With one instrument the robust F and the effective F are both the squared first-stage t."""
    from comity.methods.panel_ols import fit_ols

    one = design("y ~ w | 0 | x ~ z", strong)
    first = fit_ols(design("x ~ z + w", strong))
    t = first.beta[1] / cluster_covariance(first.parts, first.design.clusters).std_errors[1]
    found = weak_instruments(one, one.clusters)
    assert found["robust_f"] == pytest.approx(t**2, rel=1e-10)
    assert found["effective_f"] == pytest.approx(t**2, rel=1e-10)
    assert found["anderson_rubin_p"] < 1e-6


def test_effective_f_equals_the_plain_f_under_iid_errors(strong):
    """Without clusters and heteroskedasticity the two are one, but for the degrees of freedom."""
    chosen = design("y ~ w | 0 | x ~ z + extra", strong)
    found = weak_instruments(chosen, {}, "iid")
    assert found["effective_f"] == pytest.approx(
        fit_2sls(chosen).statistics["first_stage_f"], rel=1e-8
    )


def test_two_endogenous_terms_have_two_first_stages(strong):
    fitted = fit_2sls(design("y ~ 1 | 0 | x + w ~ z + extra", strong))
    assert fitted.names[:2] == ("fit_x", "fit_w")
    assert {"first_stage_f_1", "first_stage_f_2"} <= set(fitted.statistics)
    assert weak_instruments(fitted.design, {}) == {}


def test_weights_equal_doubled_rows(strong):
    twice = np.where(np.arange(600) < 300, 2.0, 1.0)
    rows = np.repeat(np.arange(600), twice.astype(int))
    weighted = Table({**strong.columns, "wt": twice})
    a = fit_2sls(design("y ~ w | unit | x ~ z", weighted, weights="wt"))
    b = fit_2sls(design("y ~ w | unit | x ~ z", strong.take(rows)))
    assert np.abs(a.beta - b.beta).max() < 1e-10


def test_instruments_that_the_effects_explain_are_refused():
    with pytest.raises(DataMissing, match="0 instruments are left for 1"):
        fit_2sls(design("y ~ x2 | unit | x1 ~ region"))


def test_collinear_controls_are_left_out(strong):
    doubled = Table({**strong.columns, "w2": strong.columns["w"] * 2})
    fitted = fit_2sls(design("y ~ w + w2 | unit | x ~ z", doubled))
    assert fitted.names == ("fit_x", "w")
    assert "w2" in fitted.dropped[0]


def test_heteroskedastic_errors_are_there_too():
    fitted = fit_2sls(design())
    assert (plain_covariance(fitted.parts, "hetero").std_errors > 0).all()
    assert len(panel_frame()) == fitted.nobs
