import numpy as np

from comity.evaluate.ready_dynamics import compare_estimators
from comity.evaluate.ready_recipe import Dynamics
from comity.methods.panel_columns import Table


def dynamic_panel(units=120, periods=14, rho=0.7, beta=0.5, seed=3):
    draw = np.random.default_rng(seed)
    y, rows = np.zeros(units), []
    x_before = draw.normal(size=units)
    effect = draw.normal(size=units)
    for period in range(-20, periods):
        x = 0.4 * effect + draw.normal(size=units)
        y = rho * y + beta * x_before + effect + draw.normal(0, 0.5, units)
        x_before = x
        if period >= 0:
            rows.append((np.arange(units), np.full(units, 1990.0 + period), y, x))
    unit, year, outcome, treatment = (np.concatenate(c) for c in zip(*rows, strict=True))
    names = np.array([f"u{int(i)}" for i in unit], dtype=object)
    return Table({"partner": names, "year": year, "y": outcome, "x": treatment}, "partner", "year")


def test_estimators_stand_side_by_side_and_the_corrected_ones_find_the_truth():
    found = {r.estimator: r for r in compare_estimators(Dynamics("y", "x"), dynamic_panel())}
    assert list(found) == [
        "fixed effects", "fixed effects with the outcome's past", "first differences",
        "bias-corrected fixed effects", "Anderson-Hsiao", "difference GMM", "system GMM",
    ]  # fmt: skip
    past = found["fixed effects with the outcome's past"]
    corrected = found["bias-corrected fixed effects"]
    assert abs(corrected.persistence - 0.7) < abs(past.persistence - 0.7)
    assert corrected.low < 0.5 < corrected.high
    assert found["Anderson-Hsiao"].low < 0.5 < found["Anderson-Hsiao"].high
    assert "Nickell" in past.note
    for name in ("difference GMM", "system GMM"):
        gmm = found[name]
        assert gmm.low < 0.5 < gmm.high
        assert abs(gmm.persistence - 0.7) < abs(past.persistence - 0.7)
        assert "Hansen" in gmm.note


def test_gmm_says_where_instruments_outnumber_partners():
    found = {
        r.estimator: r for r in compare_estimators(Dynamics("y", "x"), dynamic_panel(units=15))
    }
    assert "too many" in found["system GMM"].note


def test_an_estimator_that_the_data_do_not_allow_says_so():
    table = dynamic_panel(units=30, periods=2)
    found = {r.estimator: r for r in compare_estimators(Dynamics("y", "x"), table)}
    assert np.isnan(found["Anderson-Hsiao"].estimate)
    assert found["Anderson-Hsiao"].note.startswith("Could not be estimated")


def test_the_rule_cuts_rows_after_lags_were_taken():
    wanted = Dynamics("y", "x", rule="year >= 1995")
    first = compare_estimators(wanted, dynamic_panel())[0]
    assert first.nobs == 120 * 9
