import pytest

from comity.methods.formula_tokens import Tokens
from comity.terms.errors import InputError


def test_names_may_have_dots_and_odd_names_stand_in_backticks():
    tokens = Tokens("wgi.rule_of_law + `GDP per head`")
    assert tokens.name() == "wgi.rule_of_law"
    assert tokens.accept("+")
    assert tokens.name() == "GDP per head"


@pytest.mark.parametrize("text", ["y ~ a; b", "y ~ a @ b", "y ~ `a"])
def test_a_strange_character_is_named_with_its_place(text):
    with pytest.raises(InputError, match="at character"):
        Tokens(text)


def test_a_refusal_says_what_was_expected_and_found():
    tokens = Tokens("y ~ +")
    tokens.take()
    tokens.take()
    with pytest.raises(
        InputError, match=r"expected the name of a column, found '\+' at character 5"
    ):
        tokens.name()


def test_the_end_is_refused_where_more_is_needed():
    with pytest.raises(InputError, match="found the end"):
        Tokens("").take()


def test_numbers_and_values_may_be_negative():
    assert Tokens("-2.5").number() == -2.5
    assert Tokens("-1").value() == "-1"
    assert Tokens("'Sub-Saharan Africa'").value() == "Sub-Saharan Africa"
