import pytest

from comity.evaluate.panel_run import run_panel
from comity.evaluate.study import Outcome, Treatment
from comity.evaluate.study_base import base_model
from tests.evaluate.small_study import planted_table, small_study


def run(study):
    base = base_model(study, planted_table())
    return run_panel(
        base.table, base.formula, errors=base.errors, weights=base.weights, family=base.family
    )


def test_first_alternatives_and_every_control():
    found = run(small_study())
    assert [c.term for c in found.coefficients] == ["treat", "confounder", "noise", "gap"]
    plain = run_panel(planted_table(), "y ~ treat + confounder + noise + gap | unit + year")
    assert found["treat"].estimate == pytest.approx(plain["treat"].estimate, abs=1e-12)
    assert found["treat"].std_error == pytest.approx(plain["treat"].std_error, abs=1e-12)


def test_lags_and_leads_are_not_cut_by_the_sample():
    study = small_study(
        treatments=(Treatment("treat", 1),),
        outcomes=(Outcome("y", 1),),
        required=("l(noise, 2)", "d(confounder)", "f(w, 1)"),
        options=(),
        samples={"late": "year == 2005"},
        absorbed=("none",),
        errors=("hetero",),
    )
    assert run(study).nobs == 40


def test_moderators_counts_weights_and_instruments():
    moderated = run(small_study(moderators=("big",), absorbed=("none",)))
    assert {"treat", "big", "treat:big"} <= {c.term for c in moderated.coefficients}
    counts = run(small_study(outcomes=(Outcome("count"),), estimators=("poisson",), weights=("w",)))
    assert counts.estimator.startswith("Poisson")
    two = run(small_study(estimators=("2sls",), instruments=("z",)))
    assert two.coefficients[0].term == "fit_treat"
