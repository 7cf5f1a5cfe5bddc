import pytest

from comity.cli.evaluate_dose import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.panel_reference import FOLDER

ASKED = ("--data", FOLDER / "panel.csv", "--formula", "y ~ x2 | unit + year", "--dose", "w")


def test_spline_and_bins(tmp_path):
    spline = checked(command, *ASKED, "--knots", 3, "--chart", tmp_path / "a.html")
    assert len(spline["tables"]["curve"]) == 41
    assert "bend_p" in spline["estimates"][0]["statistics"]
    assert (tmp_path / "a.html").stat().st_size > 1000
    bins = checked(command, *ASKED, "--shape", "bins", "--cuts", "1,1.5")
    assert [row["term"] for row in bins["estimates"][0]["coefficients"]] == [
        "w 1 to 1.5",
        "w above 1.5",
        "x2",
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--shape", "bins", "--chart", "a.svg"), "spline only"),
        (("--cuts", "1,1,2"), "ascending"),
        (("--dose", "x2"), "Leave x2 out"),
    ],
)
def test_refusals(more, words):
    with pytest.raises(ComityError, match=words):
        run(command, *ASKED, *more)
