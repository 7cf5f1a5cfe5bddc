import pytest

from comity.evaluate.added_terms import with_terms
from comity.terms.errors import InputError


def test_terms_come_first_and_names_keep_their_quotes():
    text, parsed = with_terms("y ~ x + a:x | unit + year", ("`aid to`*m",))
    assert text == "y ~ `aid to` + m + x + `aid to`:m + a:x | unit + year"
    assert parsed.effects == (("unit",), ("year",))
    assert with_terms("y ~ 0 + x", ("z",))[0] == "y ~ 0 + z + x"
    assert with_terms("y ~ 1", ("z",))[1].intercept


def test_refusals():
    with pytest.raises(InputError, match="Leave m out"):
        with_terms("y ~ m", ("a*m",))
    with pytest.raises(InputError, match="instruments"):
        with_terms("y ~ 1 | u | a ~ z", ("m",))
