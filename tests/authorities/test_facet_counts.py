import pytest

from comity.authorities.facet_counts import Definition, check, facets, kept
from comity.terms.errors import UnknownName

ITEMS = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "x")]
KNOWN = {
    "letter": Definition("Letter", lambda item: (item[0],)),
    "sign": Definition("Sign", lambda item: (item[1],), ("y", "x")),
}


def counts(chosen):
    return {facet.name: dict(facet.counts) for facet in facets(ITEMS, chosen, KNOWN)}


def test_a_facet_counts_what_the_others_leave():
    """By hand: with letter a there is one x and one y; the letters themselves stay two and two."""
    assert counts({}) == {"letter": {"a": 2, "b": 2}, "sign": {"y": 1, "x": 3}}
    assert counts({"letter": ["a"]}) == {"letter": {"a": 2, "b": 2}, "sign": {"y": 1, "x": 1}}
    assert counts({"sign": ["y"]}) == {"letter": {"a": 1, "b": 0}, "sign": {"y": 1, "x": 3}}


def test_several_values_of_one_facet_are_an_or_and_two_facets_an_and():
    assert len(kept(ITEMS, {"letter": ["a", "b"]}, KNOWN)) == 4
    assert kept(ITEMS, {"letter": ["a"], "sign": ["x"]}, KNOWN) == [("a", "x")]
    assert len(kept(ITEMS, {"letter": []}, KNOWN)) == 4


def test_the_order_of_the_definition_is_kept_and_the_choice_marked():
    sign = facets(ITEMS, {"sign": ["x"]}, KNOWN)[1].to_dict()
    assert sign["choices"] == [
        {"value": "y", "count": 1, "chosen": False},
        {"value": "x", "count": 3, "chosen": True},
    ]


@pytest.mark.parametrize("chosen", [{"lettre": ["a"]}, {"letter": ["c"]}])
def test_what_there_is_not_is_refused_with_what_there_is(chosen):
    with pytest.raises(UnknownName, match="Known: "):
        check(chosen, ITEMS, KNOWN)
