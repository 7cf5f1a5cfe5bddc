import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.qca_term import Term, parse_term, refuse_bad_names, union
from comity.terms.errors import InputError, UnknownName


@given(st.integers(1, 31), st.integers(0, 31))
def test_text_and_back(care, value):
    term = Term(care, value & care)
    assert parse_term(term.text("ABCDE"), "ABCDE") == term


def test_membership_is_the_least_literal():
    sets = np.array([[0.9, 0.2], [0.4, 0.7]])
    assert parse_term("A*~B", ["A", "B"]).membership(sets).tolist() == pytest.approx([0.8, 0.3])


def test_union_is_the_greatest_term():
    sets = np.array([[0.9, 0.2], [0.4, 0.7]])
    terms = [parse_term("A", "AB"), parse_term("B", "AB")]
    assert union(terms, sets).tolist() == [0.9, 0.7]
    assert union([], sets).tolist() == [0, 0]


def test_covers_reads_the_first_condition_as_the_highest_bit():
    assert parse_term("A*~C", "ABC").covers(0b110)
    assert not parse_term("A*~C", "ABC").covers(0b111)


def test_short_terms_come_first():
    texts = ["B*~C", "~B", "A*B", "A"]
    ordered = sorted((parse_term(t, "ABC") for t in texts), key=lambda t: t.sort_key)
    assert [t.text("ABC") for t in ordered] == ["A", "~B", "A*B", "B*~C"]


def test_unknown_condition_suggests_the_nearest():
    with pytest.raises(UnknownName, match="'funding'"):
        parse_term("~fundig", ["funding", "fit"])


@pytest.mark.parametrize("text", ["A*A", "A*~A"])
def test_a_condition_twice_is_refused(text):
    with pytest.raises(InputError, match="twice"):
        parse_term(text, "AB")


@pytest.mark.parametrize("names", [["A*B"], ["~A"], [""], ["A", "A"]])
def test_names_that_would_be_ambiguous_are_refused(names):
    with pytest.raises(InputError):
        refuse_bad_names(names)
