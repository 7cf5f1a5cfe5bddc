import pytest

from comity.cli.shared_cases import cases_and_cuts, named, numbers, tell
from comity.terms.errors import InputError
from tests.methods.qca_examples import REFERENCE


def test_names_and_numbers_between_commas():
    assert named(" A, ~B ,") == ("A", "~B")
    assert numbers("0.75, 1", "--x") == (0.75, 1.0)
    with pytest.raises(InputError, match="--x is 'a'"):
        numbers("a", "--x")


def test_cases_and_cuts():
    cases, cuts = cases_and_cuts(REFERENCE / "fuzzy.csv", "O", "A,B", (0.9, 2, 0.5))
    assert cases.conditions == ("A", "B")
    assert (cuts.inclusion, cuts.n, cuts.pri) == (0.9, 2, 0.5)


def test_notes_go_to_standard_error(capsys):
    tell("mind the gap")
    assert capsys.readouterr().err == "Note: mind the gap\n"
