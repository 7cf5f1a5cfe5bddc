import csv
import io

import openpyxl
import pytest

from comity.cli.evaluate_dynamic import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.methods.test_gmm_panel import FOLDER, printed

PANEL = FOLDER / "panel.csv"
ASKED = ("--data", PANEL, "--formula", "y ~ l(y, 1) + w + k", "--draws", 19)


def test_seven_estimators_side_by_side():
    found = checked(command, *ASKED, "--endogenous", "w")
    assert [e["coefficients"][0]["term"] for e in found["estimates"]] == ["l(y, 1)"] * 7
    assert [len(e["coefficients"]) for e in found["estimates"]] == [3] * 7
    assert any(note.startswith("Nickell bias") for note in found["notes"])
    assert any("between within" in note for note in found["notes"])
    gmm = next(e for e in found["estimates"] if e["estimator"].startswith("difference GMM"))
    theirs = printed("plm", "difference two collapsed")
    assert gmm["coefficients"][0]["estimate"] == pytest.approx(theirs["estimate"].iloc[0], abs=1e-8)
    assert gmm["statistics"]["hansen"] == pytest.approx(theirs.loc["hansen", "estimate"], abs=1e-6)


def test_a_person_is_told_and_no_claim_is_made():
    text = run(command, *ASKED).stdout
    assert "Nickell bias" in text
    assert "Windmeijer's correction" in text
    assert text.startswith("Association: ")
    head = text.splitlines()[2]
    assert head.index("detectable") < head.index("estimate ")


def test_files(tmp_path):
    rows = list(csv.DictReader(io.StringIO(run(command, *ASKED, "--csv", "-").stdout)))
    assert len(rows) == 21
    assert set(rows[0]) >= {"estimator", "term", "detectable", "estimate", "std_error", "p_value"}
    book = tmp_path / "a.xlsx"
    run(command, *ASKED, "--xlsx", book)
    assert openpyxl.load_workbook(book).active.max_row >= 22


def test_what_cannot_be_had_is_left_out_with_its_reason(tmp_path):
    short = tmp_path / "short.csv"
    lines = PANEL.read_text().splitlines()
    short.write_text(
        "\n".join([lines[0], *(x for x in lines[1:] if x.split(",")[1] in {"2004", "2005"})])
    )
    found = checked(command, "--data", short, "--formula", "y ~ l(y, 1) + w")
    assert [e["estimator"] for e in found["estimates"]] == ["pooled least squares"]
    assert any("Left out: system-gmm" in note for note in found["notes"])


@pytest.mark.parametrize(
    ("formula", "more", "words"),
    [
        ("y ~ w", (), "its first lag"),
        ("y ~ l(y, 1) | unit", (), "bars"),
        ("y ~ l(y, 1)", ("--estimators", "magic"), "'magic'"),
        ("y ~ l(y, 1)", ("--unit", "country"), "'country'"),
    ],
)
def test_refusals(formula, more, words):
    with pytest.raises(ComityError, match=words):
        run(command, "--data", PANEL, "--formula", formula, *more)
