import pytest

from comity.cli.shared_assess import Question, split_list
from comity.terms.errors import InputError


def test_lists_split_at_semicolons_before_commas():
    assert split_list("KEN, UGA") == ("KEN", "UGA")
    assert split_list("Korea, South; Kenya") == ("Korea, South", "Kenya")
    assert split_list(None) == split_list("") == ()


def ask(**changes) -> Question:
    fields = {
        "model": "comity-default",
        "year": None,
        "group": None,
        "partners": (),
        "excluded": (),
        "without": (),
        "drop_missing": False,
        "panel_file": None,
    }
    return Question(**{**fields, **changes})


def test_groupings_can_be_left_out():
    scores, _ = ask(group="NATO", excluded=("WB_HIGH_INCOME",)).score()
    assert "TUR" in scores.partners
    assert "NOR" not in scores.partners
    with pytest.raises(InputError, match="leaves no partner"):
        ask(group="NATO", excluded=("NATO",)).score()


def test_the_year_left_out_is_the_models_reference_year():
    question = ask()
    _, _, year = question.load()
    assert year == 2022
