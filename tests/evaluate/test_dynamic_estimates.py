import numpy as np
import pytest

from comity.evaluate.dynamic_estimates import (
    corrected_estimate,
    gmm_estimate,
    hsiao_estimate,
    plain_estimate,
)
from comity.evaluate.panel_run import run_panel
from comity.methods.formula import parse_formula
from comity.methods.gmm_panel import fit_gmm
from comity.methods.lsdv_correction import lsdv_corrected
from comity.methods.panel_columns import Table, shifted
from tests.methods.test_dynamic_panel import panel
from tests.methods.test_gmm_panel import reference_panel

FORMULA = parse_formula("y ~ x + l(y, 1)")


def test_plain_estimates_are_those_of_the_panel_command():
    table = panel(units=60)
    theirs = run_panel(table, "y ~ x + l(y, 1) | unit + year")
    ours = plain_estimate(table, FORMULA, "within")
    for term in ("x", "l(y, 1)"):
        assert ours[term].estimate == pytest.approx(theirs[term].estimate, abs=1e-12)
        assert ours[term].std_error == pytest.approx(theirs[term].std_error, abs=1e-12)
    differences = plain_estimate(table, parse_formula("y ~ l(y, 1)"), "differences")
    lagged = table.numbers("y") - shifted(table, table.numbers("y"), 1)
    wide = Table(dict(table.columns) | {"dy": lagged}, "unit", "year")
    direct = run_panel(wide, "dy ~ l(dy, 1) | year")
    assert differences["l(y, 1)"].estimate == pytest.approx(direct["l(dy, 1)"].estimate, abs=1e-12)


def test_terms_are_named_alike():
    table = panel(units=60)
    assert [c.term for c in hsiao_estimate(table, FORMULA).coefficients] == ["l(y, 1)", "x"]
    fit = fit_gmm(table, FORMULA)
    assert [c.term for c in gmm_estimate(fit, table, FORMULA).coefficients] == ["x", "l(y, 1)"]


def test_without_period_effects_the_correction_is_the_librarys():
    table = panel(units=60)
    ours = corrected_estimate(table, FORMULA, period_effects=False, draws=19)
    theirs = lsdv_corrected(table, "y", ("x",), draws=19)
    assert ours["l(y, 1)"].estimate == theirs.beta[0]
    assert ours["x"].std_error == theirs.std_errors[1]
    assert np.isfinite(corrected_estimate(table, FORMULA, draws=19)["x"].std_error)


def test_too_many_instruments_are_said():
    formula = parse_formula("y ~ l(y, 1) + w + k")
    fit = fit_gmm(reference_panel(), formula, endogenous=("w", "k"), collapse=False)
    assert len(fit.instruments) > fit.units
    notes = gmm_estimate(fit, reference_panel(), formula).notes
    assert any("too many" in note for note in notes)


def test_a_term_may_be_the_period_itself():
    """A trend in differences is a constant; in the within estimator it is a slope."""
    table = panel(units=60)
    formula = parse_formula("y ~ l(y, 1) + x + year")
    theirs = run_panel(table, "y ~ l(y, 1) + x + year | unit")
    ours = plain_estimate(table, formula, "within", period_effects=False)
    assert ours["year"].estimate == pytest.approx(theirs["year"].estimate, abs=1e-10)
    assert ours.outcome == "y"
    dropped = plain_estimate(table, formula, "within").dropped
    assert any("year" in line and "term::" not in line for line in dropped)
    apart = hsiao_estimate(table, formula)
    assert apart.outcome == "y"
    assert {c.term for c in apart.coefficients} == {"l(y, 1)", "x"}
