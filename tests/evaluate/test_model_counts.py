import numpy as np
import pytest

from comity.evaluate.model_counts import compare_counts
from comity.evaluate.panel_errors import Errors
from comity.evaluate.panel_run import run_panel
from comity.methods.negative_binomial import fit_negative_binomial
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError


def spread(seed=2, units=40, years=15):
    """Counts with gamma spread 0.5, a rate that doubles with x, and one unit of zeros."""
    draw = np.random.default_rng(seed)
    unit, year = np.repeat(np.arange(units), years), np.tile(np.arange(years), units)
    x, size = draw.normal(size=len(unit)), draw.uniform(1, 3, len(unit))
    mean = size * np.exp(0.5 + np.log(2) * x + draw.normal(size=units)[unit] * 0.3)
    n = draw.poisson(mean * draw.gamma(2, 0.5, len(unit))).astype(float)
    n[unit == 0] = 0
    return Table({"n": n, "x": x, "size": size, "u": unit, "t": year, "w": size}, "u", "t")


def test_both_families_find_the_planted_rate():
    found = compare_counts(spread(years=50), "n ~ x | u", exposure="size")
    for estimate in found.estimates:
        assert estimate["x"].estimate == pytest.approx(np.log(2), abs=0.12)
        assert estimate.nobs == 1950
        assert estimate.clusters == {"u": 39}
    assert found.estimates[1].statistics["alpha"] == pytest.approx(0.5, abs=0.12)
    assert found.estimates[1].statistics["likelihood_ratio_to_poisson"] > 100
    assert found.tables["ratios"][0]["rate_ratio"] == pytest.approx(2, abs=0.3)


def test_poisson_is_the_panel_commands_and_dummies_are_dummies():
    table = spread()
    found = compare_counts(table, "n ~ x | u", errors=Errors("iid"))
    theirs = run_panel(table, "n ~ x | u", family="poisson", errors=Errors("iid"))
    assert found.estimates[0]["x"] == theirs["x"]
    rows = table.columns["u"] > 0
    X = np.column_stack(
        [table.numbers("x")[rows], table.columns["u"][rows, None] == np.arange(1, 40)]
    )
    direct = fit_negative_binomial(table.numbers("n")[rows], X.astype(float))
    assert found.estimates[1]["x"].estimate == pytest.approx(direct.beta[0], abs=1e-6)
    assert found.estimates[1]["x"].std_error == pytest.approx(direct.std_errors[0], rel=1e-4)


def test_a_family_that_cannot_be_had_says_why():
    weighted = compare_counts(spread(), "n ~ x | u", weights="w")
    assert len(weighted.estimates) == 1
    assert "takes no weights" in weighted.notes[0]
    draw = np.random.default_rng(1)
    plain = Table({"n": draw.poisson(3, 300) * 1.0, "x": draw.normal(size=300)})
    notes = compare_counts(plain, "n ~ x").notes
    assert not notes or "no more than Poisson" in notes[0]


@pytest.mark.parametrize(
    ("formula", "options", "words"),
    [
        ("n ~ x", {"families": ("gamma",)}, "'gamma'"),
        ("n ~ 1", {}, "needs a term"),
        ("n ~ x", {"exposure": "x"}, "not positive"),
        ("n ~ x", {"errors": Errors("HC3")}, "least squares"),
    ],
)
def test_refusals(formula, options, words):
    with pytest.raises(InputError, match=words):
        compare_counts(spread(), formula, **options)
