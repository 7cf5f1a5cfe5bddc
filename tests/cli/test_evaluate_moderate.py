import pytest

from comity.cli.evaluate_moderate import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.panel_reference import FOLDER

ASKED = ("--data", FOLDER / "panel.csv", "--formula", "y ~ x2 | unit + year", "--treatment", "treat",
         "--moderator", "x1")  # fmt: skip


def test_the_table_and_the_chart(tmp_path):
    found = checked(command, *ASKED, "--at", "-1,0,1", "--chart", tmp_path / "a.svg")
    assert [row["x1"] for row in found["tables"]["marginal"]] == [-1, 0, 1]
    assert (tmp_path / "a.svg").read_text().startswith("<svg")
    assert run(command, *ASKED, "--csv", "-").stdout.startswith("x1,estimate,std_error,p_value")
    assert "effect" not in run(command, *ASKED).stdout.lower()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--at", "9999"), "values within"),
        (("--at", "a"), "--at is 'a'"),
        (("--chart", "a.png"), "must end in"),
        (("--moderator", "treet"), "'treet'"),
    ],
)
def test_refusals(more, words):
    with pytest.raises(ComityError, match=words):
        run(command, *ASKED, *more)
