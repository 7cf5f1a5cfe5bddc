import pytest

from comity.cli.evaluate_event_study import command
from comity.terms.errors import ComityError
from tests.cli.evaluating import run
from tests.cli.modelling import checked
from tests.methods.test_group_time import FOLDER, printed

PANEL = ("--data", FOLDER / "panel.csv", "--outcome", "y", "--draws", 19)


def test_four_estimators_side_by_side():
    found = checked(
        command, *PANEL, "--first", "first", "--control", "not-yet", "--base", "varying"
    )
    assert [e["estimator"] for e in found["estimates"]][1:3] == [
        "Sun and Abraham",
        "Callaway and Sant'Anna",
    ]
    theirs = printed("not-yet", "varying", "1", "dynamic").iloc[0]
    average = found["estimates"][2]["coefficients"][0]
    assert average["estimate"] == pytest.approx(theirs["estimate"], abs=1e-8)
    assert found["tables"]["starts"][-1] == {"first_treated": "never", "units": 35}


def test_the_word_is_earned_or_not_used():
    quiet = run(command, *PANEL, "--first", "first").stdout
    assert "effect" not in quiet.lower().replace("fixed effects", "")
    told = run(command, *PANEL, "--first", "first", "--assumptions-tested", "Leads.").stdout
    assert told.startswith("Effect: y")


def test_the_paths_are_drawn(tmp_path):
    out = tmp_path / "paths.svg"
    run(command, *PANEL, "--first", "first", "--chart", out)
    text = out.read_text(encoding="utf-8")
    assert "Sun and Abraham" in text
    assert "periods since the start" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--first"),
        (("--first", "frist"), "'frist'"),
        (("--first", "first", "--estimators", "magic"), "'magic'"),
        (("--treatment", "x"), "zeros and ones"),
    ],
)
def test_refusals(arguments, words):
    with pytest.raises(ComityError, match=words):
        run(command, *PANEL, *arguments)
