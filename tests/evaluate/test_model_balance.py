from dataclasses import replace

import numpy as np
import pytest

from comity.evaluate.model_balance import BalanceQuestion, compare_balance, weight_rows
from comity.evaluate.panel_run import run_panel
from comity.methods.entropy_balance import entropy_balance
from comity.methods.panel_columns import Table
from comity.terms.errors import DataMissing, InputError


def question(seed=1, n=600, **more):
    """Treatment goes with x and z, which move y; the treatment itself adds 1."""
    draw = np.random.default_rng(seed)
    x, z = draw.normal(size=(2, n))
    d = (draw.random(n) < 1 / (1 + np.exp(1 - x - 0.5 * z))).astype(float)
    y = 1.0 * d + 2 * x + z + draw.normal(size=n)
    year = np.arange(n) % 3
    table = Table(
        {"y": y, "d": d, "x": x, "z": z, "year": year, "unit": np.arange(n)}, "unit", "year"
    )
    return replace(BalanceQuestion(table, "d", ("x", "z")), **more)


def test_balance_takes_the_planted_confounding_away():
    found, weights = compare_balance(question(), outcome="y")
    plain, entropy, matching = (e["d"].estimate for e in found.estimates)
    assert plain > 2.5
    assert entropy == pytest.approx(1.0, abs=0.25)
    assert matching == pytest.approx(1.0, abs=0.6)
    for row in found.rows():
        assert abs(row["difference_after"]) < abs(row["difference_before"]) / 2
        if row["method"] == "entropy":
            assert abs(row["difference_after"]) < 1e-6
    theirs = entropy_balance(
        question().table.numbers("d") == 1,
        np.column_stack([question().table.numbers(n) for n in "xz"]),
    )
    assert weights["entropy"] == pytest.approx(theirs.weights, abs=1e-12)
    assert found.design.value == "matched comparison"
    assert found.claim.value == "association"


def test_the_saved_weights_give_the_same_estimate_elsewhere():
    asked = question()
    found, weights = compare_balance(asked, methods=("entropy",), outcome="y")
    rows = weight_rows(asked, weights)
    w = np.array([row["entropy_weight"] for row in rows])
    table = Table(dict(asked.table.columns) | {"w": w}, "unit", "year")
    again = run_panel(table, "y ~ d", weights="w")["d"].estimate
    assert again == pytest.approx(found.estimates[1]["d"].estimate, abs=1e-12)
    assert (rows[4]["row"], rows[4]["unit"], rows[4]["year"]) == (5, "4", "1")


def test_options_reach_the_methods():
    squares, _ = compare_balance(question(squares=True), methods=("entropy",))
    plain, _ = compare_balance(question(), methods=("entropy",))
    assert squares.notes != plain.notes
    tight, weights = compare_balance(
        question(within="year", caliper=0.2, neighbours=2), methods=("matching",)
    )
    assert int(tight.notes[0].split(", ")[1].split()[0]) > 0
    assert (weights["matching"] == 0).any()


def test_missing_values_and_impossible_weights_are_said():
    asked = question()
    x = asked.table.numbers("x").copy()
    x[:7] = np.nan
    holed = replace(asked, table=Table(dict(asked.table.columns) | {"x": x}, "unit", "year"))
    assert compare_balance(holed)[0].notes[0].startswith("7 rows lack")
    apart = replace(
        asked,
        table=Table(dict(asked.table.columns) | {"x": asked.table.numbers("d")}, "unit", "year"),
    )
    found, _ = compare_balance(apart)
    assert any("Left out: entropy" in note for note in found.notes)
    assert any("tenth of a standard deviation" in note for note in found.notes)
    with pytest.raises(DataMissing, match="No method"):
        compare_balance(apart, methods=("entropy",))


def test_refusals():
    with pytest.raises(InputError, match="'magic'"):
        compare_balance(question(), methods=("magic",))
    with pytest.raises(InputError, match="zeros and ones"):
        compare_balance(question(treatment="x"))
    with pytest.raises(InputError, match="one covariate"):
        compare_balance(question(covariates=()))
