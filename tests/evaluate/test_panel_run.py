"""Golden numbers of fixest are in ``tests/methods``; here the whole path from text to result."""

import json

import numpy as np
import pytest

from comity.evaluate.panel_errors import parse_errors
from comity.evaluate.panel_run import coefficients_of, default_errors, fit_panel, run_panel
from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError
from comity.terms.estimate import Claim
from tests.evaluate.small_study import planted_table
from tests.panel_reference import fixest_results, panel_frame, panel_table


@pytest.mark.parametrize(
    ("name", "formula", "family"),
    [
        ("twfe", "y ~ treat+x1+x2+x3+x4+x5+x6 | unit+year", "gaussian"),
        ("ppml", "n ~ treat + x1 + x2 | unit + year", "poisson"),
        ("iv", "y ~ x2 | unit + year | x1 ~ x3 + x5", "gaussian"),
    ],
)
def test_equal_to_fixest_with_its_defaults(name, formula, family):
    printed = fixest_results().query("id == @name and vcov == 'unit'")
    found = run_panel(panel_table(), formula, family=family)
    assert found.clusters == {"unit": 195}
    for _, row in printed.iterrows():
        mine = found[row["term"]]
        assert mine.estimate == pytest.approx(row["estimate"], abs=1e-8)
        assert mine.std_error == pytest.approx(row["std_error"], abs=1e-6)
        assert mine.p_value == pytest.approx(row["p_value"], abs=2e-6)
    assert found.nobs == printed["nobs"].iloc[0]


def test_the_planted_size_is_in_the_interval():
    found = run_panel(planted_table(), "y ~ treat + confounder | unit + year")["treat"]
    assert found.low < 0.5 < found.high


def test_what_could_be_found_is_said_and_survives_json():
    found = run_panel(planted_table(), "y ~ treat | unit")
    assert found.statistics["minimum_detectable[treat]"] == pytest.approx(
        2.8 * found["treat"].std_error, rel=0.05
    )
    plain = json.loads(json.dumps(found.to_dict()))
    assert plain["claim"] == "association"
    assert plain["provenance"]["recipe"] == "y ~ treat | unit"


def test_defaults_are_fixests():
    assert str(default_errors(parse_formula("y ~ x | unit + year"))) == "unit"
    assert str(default_errors(parse_formula("y ~ x"))) == "iid"


def test_weak_instruments_and_few_clusters_are_said():
    weak = run_panel(panel_table(), "y ~ x2 | unit + year | x1 ~ x3 + x5")
    assert any("instruments are weak" in note for note in weak.notes)
    strong = run_panel(planted_table(), "y ~ confounder | unit | treat ~ z")
    assert not any("instruments are weak" in note for note in strong.notes)
    few = run_panel(planted_table(), "y ~ treat | unit + year", errors=parse_errors("year"))
    assert any("10 of year" in note for note in few.notes)


@pytest.mark.parametrize(
    ("formula", "options", "words"),
    [
        ("y ~ treat", {"family": "gamma"}, "'gamma'"),
        ("count ~ 1 | 0 | treat ~ z", {"family": "poisson"}, "gaussian family only"),
        ("y ~ 1 | unit", {}, "no term to estimate"),
    ],
)
def test_what_cannot_run_is_refused(formula, options, words):
    with pytest.raises(InputError, match=words):
        run_panel(planted_table(), formula, **options)


def test_a_claim_is_passed_on():
    assert run_panel(planted_table(), "y ~ treat", claim=Claim.EFFECT).claim is Claim.EFFECT


def test_normal_p_values_for_counts():
    errors = parse_errors("hetero")
    fit = fit_panel(
        planted_table(), parse_formula("count ~ treat | unit"), errors, family="poisson"
    )
    from comity.evaluate.panel_errors import covariance_of

    row = coefficients_of(fit, covariance_of(fit, errors))[0]
    assert row.high - row.estimate == pytest.approx(1.959964 * row.std_error, rel=1e-5)


def test_singletons_can_be_left_out():
    alone = planted_table().take(np.r_[0, np.arange(20, 300)])
    assert run_panel(alone, "y ~ treat | unit").nobs == 281
    assert run_panel(alone, "y ~ treat | unit", drop_singletons=True).nobs == 280


def test_a_study_with_a_lagged_outcome_is_told_of_nickells_bias():
    from comity.evaluate.study import Outcome
    from comity.evaluate.study_base import base_model
    from tests.evaluate.small_study import small_study

    study = small_study(outcomes=(Outcome("y", 1),), required=("l(y, 1)",), options=())
    base = base_model(study, planted_table())
    notes = run_panel(base.table, base.formula, errors=base.errors).notes
    assert any("Nickell bias" in note for note in notes)


@pytest.mark.slow
def test_an_event_study_equals_pyfixest():
    """Periods around the start with the one before it left out; never treated units count as -1."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyfixest

        frame = panel_frame().assign(gap=lambda d: (d["year"] - d["first"]).clip(-5, 5))
        frame["gap"] = frame["gap"].fillna(-1).astype(int)
        theirs = pyfixest.feols(
            "y ~ i(gap, ref=-1) + x1 | unit + year", frame, vcov={"CRV1": "unit"}, fixef_rm="none"
        )
    table = Table({name: frame[name].to_numpy() for name in frame}, "unit", "year")
    found = run_panel(table, "y ~ i(gap, ref=-1) + x1 | unit + year")
    ours = sorted(found.coefficients, key=lambda c: c.estimate)
    assert np.abs(np.sort(theirs.coef()) - [c.estimate for c in ours]).max() < 1e-8
    order = np.argsort(theirs.coef().to_numpy())
    assert np.abs(theirs.se().to_numpy()[order] - [c.std_error for c in ours]).max() < 1e-6
    assert "gap::-5" in {c.term for c in ours}
