import csv
import re

import pytest

from comity.cli.evaluate_cases import command
from comity.terms.errors import FileError, InputError, UnknownName
from tests.cli.evaluating import answer, run
from tests.methods.qca_examples import REFERENCE

CRISP = ("--data", REFERENCE / "crisp.csv", "--outcome", "O", "--incl-cut", "0.8", "--n-cut", "1")
FUZZY = ("--data", REFERENCE / "fuzzy.csv", "--outcome", "O")


def test_solutions_as_lists_of_terms():
    """R's QCA 3.25 on the same file gives these three models."""
    found = answer(command, *CRISP, "--solution", "parsimonious")
    assert found["outcome"] == "O"
    assert found["solution"] == "parsimonious"
    assert [model["terms"] for model in found["models"]] == [
        ["A*B", "C*~D*E"],
        ["C*~D*E", "B*~E*~F*~J"],
        ["C*~D*E", "B*~E*I*~J"],
    ]
    for model in found["models"]:
        assert (model["inclusion"], model["pri"], model["coverage"]) == (1, 1, 1)
        assert set(model["term_fits"][0]) >= {
            "term",
            "inclusion",
            "pri",
            "coverage",
            "unique_coverage",
        }
    assert len(found["truth_table"]) == 29
    assert found["truth_table"][6]["row"] == 185
    assert found["truth_table"][6]["OUT"] == "1"


def test_fuzzy_fit_to_six_digits():
    """R's QCA 3.25: inclS 0.878901, PRI 0.749030, covS 0.909561."""
    (model,) = answer(command, *FUZZY, "--solution", "conservative")["models"]
    assert [round(model[k], 6) for k in ("inclusion", "pri", "coverage")] == [
        0.878901,
        0.749030,
        0.909561,
    ]


def test_intermediate_with_expectations():
    """R QCA's manual on the Lipset data."""
    found = answer(
        command,
        "--data",
        REFERENCE / "lipset.csv",
        "--outcome",
        "SURV",
        "--solution",
        "intermediate",
        "--expect",
        "DEV, URB, LIT, IND, STB",
    )
    assert [model["terms"] for model in found["models"]] == [
        ["DEV*URB*LIT*STB", "DEV*LIT*~IND*STB"]
    ]


def test_the_table_shows_terms_and_the_whole():
    shown = run(command, *FUZZY, "--solution", "parsimonious")
    assert "C*~D" in shown.stdout
    assert "0.756" in shown.stdout
    assert "PRI below 0.5" in shown.stderr
    assert not re.search(r"\beffect", shown.output)


def test_truth_table_alone_and_complete(tmp_path):
    few = answer(command, *FUZZY, "--truth-table")["rows"]
    path = tmp_path / "table.csv"
    run(command, *FUZZY, "--truth-table", "--complete", "--csv", path)
    with path.open() as stream:
        every = list(csv.DictReader(stream))
    assert (len(few), len(every)) == (16, 32)
    assert every[1]["OUT"] == "?"
    assert every[1]["incl"] == ""


def test_the_absence_of_the_outcome():
    found = answer(command, "--data", FUZZY[1], "--outcome", "~O", "--incl-cut", "0.9")
    assert found["outcome"] == "~O"


def test_an_excluded_row_changes_the_assumptions():
    plain = answer(command, *FUZZY, "--solution", "parsimonious")
    held = answer(command, *FUZZY, "--solution", "parsimonious", "--exclude", "7,8")
    assert plain["models"] != held["models"]


def test_refusals_name_what_is_wrong(tmp_path):
    with pytest.raises(UnknownName):
        run(command, "--data", CRISP[1], "--outcome", "Q")
    with pytest.raises(InputError, match="--exclude is 'x'"):
        run(command, *FUZZY, "--exclude", "x")
    bad = tmp_path / "bad.csv"
    bad.write_text(",A,Z\nx,1,1\ny,2,0\n")
    with pytest.raises(FileError, match="line 3"):
        run(command, "--data", bad, "--outcome", "Z")
