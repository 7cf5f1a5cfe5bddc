import pytest

from comity.cli.evaluate_detectable import command
from comity.methods.detectable import minimum_detectable
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.panel_reference import FOLDER, fixest_results, panel_frame

ASKED = ("--data", FOLDER / "panel.csv", "--formula",
         "y ~ treat + x1 + x2 + x3 | unit + year", "--weights", "w")  # fmt: skip


def test_it_rests_on_fixests_error_and_shows_no_estimate():
    found = checked(command, *ASKED, "--terms", "treat", "--power", 0.8)
    (row,) = found["tables"]["detectable"]
    theirs = fixest_results().query("id == 'weighted' and vcov == 'unit'").iloc[0]
    assert row["std_error"] == pytest.approx(theirs["std_error"], abs=1e-6)
    assert row["detectable"] == pytest.approx(
        minimum_detectable(theirs["std_error"], 194), rel=0.01
    )
    assert found["estimates"] == []
    text = run(command, *ASKED).stdout
    assert text.startswith("Smallest association with y")
    assert f"{theirs['estimate']:.3f}" not in text


def test_ratios_for_counts_and_refusals(tmp_path):
    panel_frame().to_csv(tmp_path / "p.csv", index=False)
    counts = ("--data", tmp_path / "p.csv", "--formula", "n ~ treat | unit", "--family", "poisson")
    assert checked(command, *counts)["tables"]["detectable"][0]["as_ratio"] > 1
    with pytest.raises(ComityError, match="between the level"):
        run(command, *ASKED, "--power", 0.01)
