import numpy as np
import pytest

from comity.evaluate.model_binary import estimate_binary
from comity.evaluate.panel_errors import parse_errors
from comity.methods.conditional_logit import fit_conditional_logit
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, InputError


def wars(seed=4, units=300, years=40):
    """Wars come back with hazard exp(-2 + 0.6 x) a year, and last one year."""
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(units, years))
    war = np.zeros((units, years))
    war[:, 0] = 1
    for t in range(2, years):
        quiet = war[:, t - 1] == 0
        war[:, t] = quiet & (draw.random(units) < -np.expm1(-np.exp(-2 + 0.6 * x[:, t])))
    unit, year = np.repeat(np.arange(units), years), np.tile(np.arange(years), units)
    return Table({"war": war.ravel(), "x": x.ravel(), "u": unit, "t": year}, "u", "t")


def test_the_planted_hazard_of_recurrence_is_found():
    """Without terms for the duration the hazard is constant, as planted."""
    found = estimate_binary(
        wars(), "war ~ x", model="cloglog", recurrence=True, duration="none",
        errors=parse_errors("u"),
    ).estimates[0]  # fmt: skip
    assert found["x"].estimate == pytest.approx(0.6, abs=0.08)
    assert found["(Intercept)"].estimate == pytest.approx(-2.0, abs=0.1)
    assert found.clusters == {"u": 300}


@pytest.mark.parametrize(("duration", "terms"), [("cubic", 3), ("linear", 1), ("none", 0)])
def test_terms_of_the_duration(duration, terms):
    found = estimate_binary(wars(), "war ~ x", recurrence=True, duration=duration)
    assert len(found.estimates[0].coefficients) == 2 + terms
    assert "at risk" in found.notes[0]
    # The hazard does not change with time, so no duration term should.
    assert all(row.p_value > 0.001 for row in found.estimates[0].coefficients[2:])


def test_conditional_logit_is_the_librarys():
    table = wars()
    found = estimate_binary(table, "war ~ x | u", model="conditional").estimates[0]
    theirs = fit_conditional_logit(
        table.numbers("war"), table.numbers("x")[:, None], table.columns["u"]
    )
    assert found["x"].estimate == theirs.beta[0]
    assert found["x"].std_error == theirs.std_errors[0]


@pytest.mark.parametrize(
    ("formula", "options", "words"),
    [
        ("war ~ x", {"model": "probit"}, "Choose a model"),
        ("war ~ x", {"model": "conditional"}, "one bar"),
        ("war ~ x | u", {"model": "conditional", "errors": parse_errors("u")}, "iid errors only"),
        ("war ~ l(x, 1)", {"recurrence": True}, "columns of their own"),
        ("war ~ 1 | u | x ~ t", {}, "no instruments"),
    ],
)
def test_refusals(formula, options, words):
    with pytest.raises(InputError, match=words):
        estimate_binary(wars(units=30), formula, **options)


def test_nothing_at_risk_is_said():
    table = wars(units=5)
    never = Table(dict(table.columns) | {"war": np.zeros(len(table))}, "u", "t")
    with pytest.raises(DataMissing, match="at risk"):
        estimate_binary(never, "war ~ x", recurrence=True)
