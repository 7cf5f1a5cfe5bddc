"""Against R's fixest 0.12.2 and plm (``tests/reference/panel``), pyfixest and statsmodels."""

import warnings

import numpy as np
import pytest
from scipy import stats

from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.methods.panel_design import make_design
from comity.methods.panel_ols import fit_ols, with_leverage
from comity.methods.panel_vcov import FIXEST, SmallSample, cluster_covariance, plain_covariance
from comity.terms.errors import DataMissing
from tests.panel_reference import FOLDER, fixest_results, panel_frame, panel_table

# fixest prints twelve digits.
COEFFICIENT, STD_ERROR = 1e-8, 1e-6
FORMULAS = {
    "pooled": "y ~ treat+x1+x2+x3",
    "unit": "y ~ treat+x1+x2+x3 | unit",
    "twfe": "y ~ treat+x1+x2+x3+x4+x5+x6 | unit+year",
    "three": "y ~ treat+x1+x2 | unit+year+region^year",
    "weighted": "y ~ treat+x1+x2+x3 | unit+year",
    "inter": "y ~ treat*x1+x2 | unit+year",
}
CLUSTERS = {"unit": (("unit",),), "twoway": (("unit",), ("year",))}
CASES = [
    (name, kind)
    for name, kind in fixest_results().groupby(["id", "vcov"]).groups
    if name.split("_")[0] in FORMULAS
]


def fit(formula: str, kind: str = "iid", weights: str = "", rule: SmallSample = FIXEST):
    design = make_design(
        panel_table(), parse_formula(formula), clusters=CLUSTERS.get(kind, ()), weights=weights
    )
    fitted = fit_ols(design)
    if design.clusters:
        return fitted, cluster_covariance(fitted.parts, design.clusters, rule)
    return fitted, plain_covariance(fitted.parts, kind, rule)


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_equal_to_fixest(name, kind):
    results = fixest_results()
    printed = results[(results["id"] == name) & (results["vcov"] == kind)]
    stem, _, k = name.partition("_fixefK_")
    rule = SmallSample(fixef_k=k) if k else FIXEST
    fitted, covariance = fit(FORMULAS[stem], kind, "w" if stem == "weighted" else "", rule)
    assert list(fitted.names) == printed["term"].tolist()
    assert fitted.nobs == printed["nobs"].iloc[0]
    assert np.abs(fitted.beta - printed["estimate"]).max() < COEFFICIENT
    assert np.abs(covariance.std_errors - printed["std_error"]).max() < STD_ERROR
    p = 2 * stats.t.sf(np.abs(fitted.beta / covariance.std_errors), covariance.degrees)
    assert np.abs(p - printed["p_value"]).max() < STD_ERROR


def test_equal_to_plm_with_its_own_rule():
    """plm's HC0 with group clusters multiplies by nothing."""
    import pandas as pd

    printed = pd.read_csv(FOLDER / "plm_within_twoways.csv")
    plain = SmallSample(adjust=False, cluster_adjust=False)
    fitted, covariance = fit(FORMULAS["weighted"], "unit", rule=plain)
    assert np.abs(fitted.beta - printed["estimate"]).max() < COEFFICIENT
    assert np.abs(covariance.std_errors - printed["se_hc0_group"]).max() < STD_ERROR


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["iid", "hetero", "unit", "twoway"])
def test_equal_to_pyfixest(kind):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyfixest

        theirs = pyfixest.feols(
            "y ~ treat + x1 + x4 | unit + year",
            panel_frame(),
            vcov={"unit": {"CRV1": "unit"}, "twoway": {"CRV1": "unit+year"}}.get(kind, kind),
            fixef_rm="none",
        )
    fitted, covariance = fit("y ~ treat + x1 + x4 | unit + year", kind)
    assert np.abs(fitted.beta - theirs.coef().to_numpy()).max() < COEFFICIENT
    assert np.abs(covariance.std_errors - theirs.se().to_numpy()).max() < STD_ERROR


@pytest.mark.slow
def test_equal_to_linearmodels():
    """Its clustered errors with ``group_debias`` are fixest's with ``fixef.K = "full"``."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from linearmodels.panel import PanelOLS

        frame = panel_frame().set_index(["unit", "year"])
        model = PanelOLS(
            frame["y"], frame[["treat", "x1", "x2"]], entity_effects=True, time_effects=True
        )
        theirs = model.fit(cov_type="clustered", cluster_entity=True, group_debias=True)
    rule = SmallSample(fixef_k="full")
    fitted, covariance = fit("y ~ treat + x1 + x2 | unit + year", "unit", rule=rule)
    assert np.abs(fitted.beta - theirs.params.to_numpy()).max() < COEFFICIENT
    assert np.abs(covariance.std_errors - theirs.std_errors.to_numpy()).max() < STD_ERROR


@pytest.mark.parametrize("kind", ["HC2", "HC3"])
def test_leverage_errors_equal_statsmodels_with_dummies(kind):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import statsmodels.formula.api as smf

        frame = panel_frame().head(400)
        theirs = smf.ols("y ~ treat + x1 + C(unit) + C(year)", frame).fit(cov_type=kind)
    table = Table({name: frame[name].to_numpy() for name in frame})
    fitted = with_leverage(
        fit_ols(make_design(table, parse_formula("y ~ treat + x1 | unit + year")))
    )
    found = plain_covariance(fitted.parts, kind).std_errors
    assert np.abs(found - theirs.bse[["treat", "x1"]].to_numpy()).max() < 1e-8


def test_leverage_without_effects_sums_to_the_coefficients():
    fitted = with_leverage(fit("y ~ x1 + x2", weights="w")[0])
    assert fitted.parts.leverage.sum() == pytest.approx(3)


def test_collinear_terms_are_left_out_and_named():
    frame = panel_frame()
    columns = {name: frame[name].to_numpy() for name in frame}
    columns["twice"] = 2 * columns["x1"]
    columns["fixed"] = columns["unit"] * 3.7
    design = make_design(Table(columns), parse_formula("y ~ fixed + x1 + twice + x2 | unit"))
    fitted = fit_ols(design)
    assert fitted.names == ("x1", "x2")
    assert "fixed, twice" in fitted.dropped[0]


def test_nothing_left_to_estimate_is_refused():
    with pytest.raises(DataMissing, match="explain every term"):
        fit("y ~ region | unit")


def test_row_order_and_units_do_not_matter():
    table = panel_table()
    order = np.random.default_rng(3).permutation(len(table))
    straight = fit_ols(make_design(table, parse_formula(FORMULAS["twfe"])))
    mixed = fit_ols(make_design(table.take(order), parse_formula(FORMULAS["twfe"])))
    assert np.abs(straight.beta - mixed.beta).max() < 1e-12


def test_r2_within_is_less_than_r2():
    fitted, _ = fit("y ~ treat + x1 | unit")
    assert 0 < fitted.statistics["r2_within"] < fitted.statistics["r2"] < 1
