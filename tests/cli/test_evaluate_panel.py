import json

import pytest
from click.testing import CliRunner

from comity.cli.main import root
from comity.terms.errors import ComityError
from tests.evaluate.small_study import write_files
from tests.panel_reference import FOLDER, fixest_results

PANEL = str(FOLDER / "panel.csv")


def run(*arguments):
    result = CliRunner().invoke(root, ["evaluate", "panel", *map(str, arguments)])
    if isinstance(result.exception, ComityError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("unit", ["--cluster", "unit"]),
        ("twoway", ["--cluster", "unit+year"]),
        ("iid", ["--vcov", "iid"]),
        ("hetero", ["--vcov", "hetero"]),
    ],
)
def test_the_quick_form_equals_fixest(kind, options):
    printed = fixest_results().query("id == 'weighted' and vcov == @kind")
    formula = "y ~ treat + x1 + x2 + x3 | unit + year"
    found = json.loads(
        run("--data", PANEL, "--formula", formula, "--weights", "w", "--json", *options)
    )
    assert found["nobs"] == 3100
    for row, (_, theirs) in zip(found["coefficients"], printed.iterrows(), strict=True):
        assert row["term"] == theirs["term"]
        assert row["estimate"] == pytest.approx(theirs["estimate"], abs=1e-8)
        assert row["std_error"] == pytest.approx(theirs["std_error"], abs=1e-6)
        assert row["p_value"] == pytest.approx(theirs["p_value"], abs=1e-6)


def test_small_sample_rules_can_be_named():
    printed = fixest_results().query("id == 'twfe_fixefK_full'")
    formula = "y ~ treat+x1+x2+x3+x4+x5+x6 | unit+year"
    found = json.loads(run("--data", PANEL, "--formula", formula, "--fixef-k", "full", "--json"))
    assert found["coefficients"][0]["std_error"] == pytest.approx(
        printed["std_error"].iloc[0], abs=1e-6
    )
    assert "fixef.K='full'" in found["small_sample"]


def test_checks_are_answered_too():
    found = json.loads(
        run("--data", PANEL, "--formula", "y ~ treat + x1 | unit + year", "--cluster", "unit",
            "--wild", "treat", "--bootstrap", "treat", "--permute", "treat", "--placebo", "treat",
            "--draws", 99, "--json")
    )  # fmt: skip
    assert [check["check"] for check in found["checks"]] == [
        "wild cluster bootstrap",
        "pairs cluster bootstrap",
        "permutation",
        "future treatment",
    ]


def test_the_range_without_each_cluster_is_told_in_words_without_a_p_value():
    text = run("--data", PANEL, "--formula", "y ~ treat | unit + year", "--cluster", "unit",
               "--leave-out", "treat")  # fmt: skip
    line = next(line for line in text.splitlines() if line.startswith("leave one cluster out"))
    assert "Each of 195 clusters out in turn" in line
    assert "nan" not in line
    assert "p =" not in line


def test_a_study_file_runs_its_base_model(tmp_path):
    text = run(write_files(tmp_path))
    assert text.index("Smallest association") < text.index("Association with y")
    assert "confounder" in text
    assert "effect" not in text.lower()


def test_a_person_is_told_what_was_left_out():
    text = run("--data", PANEL, "--formula", "y ~ x4 + region | unit", "--vcov", "CR3", "--cluster", "unit",
               "--wild", "x4", "--draws", 99)  # fmt: skip
    assert "155 of 3100 rows" in text
    assert "collinear" in text
    assert "wild cluster bootstrap of x4" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Give a study file"),
        (["s.toml", "--data", PANEL], "not both"),
        (["--data", PANEL, "--formula", "y ~ treat", "--vcov", "CR3"], "needs --cluster"),
        (
            ["--data", PANEL, "--formula", "y ~ treat", "--vcov", "iid", "--cluster", "unit"],
            "takes no",
        ),
        (["--data", PANEL, "--formula", "y ~ treat", "--wild", "treat"], "needs clusters"),
        (["--data", PANEL, "--formula", "y ~ tread"], "'treat'"),
        (["--data", "none.csv", "--formula", "y ~ x"], "no such file"),
    ],
)
def test_refusals(arguments, words):
    with pytest.raises(ComityError, match=words):
        run(*arguments)


def test_counts_have_no_checks(tmp_path):
    write_files(tmp_path)
    arguments = ["--data", tmp_path / "panel.csv", "--formula", "count ~ treat | unit",
                 "--family", "poisson"]  # fmt: skip
    assert json.loads(run(*arguments, "--json"))["estimator"].startswith("Poisson")
    with pytest.raises(ComityError, match="gaussian"):
        run(*arguments, "--wild", "treat", "--draws", 19)
