import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.formula import Factor, parse_effects, parse_formula, term_name
from comity.terms.errors import InputError


def names(text: str) -> list[str]:
    return [term_name(term) for term in parse_formula(text).terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("y ~ a*b + c", ["a", "b", "c", "a:b"]),  # R: interactions after main terms
        ("y ~ (a + b):c", ["a:c", "b:c"]),
        ("y ~ (a + b)*c", ["a", "b", "c", "a:c", "b:c"]),
        ("y ~ a*b*c", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"]),
        ("y ~ a + b - a", ["b"]),
        ("y ~ a:b + b:a", ["a:b"]),
        ("y ~ a:a", ["a"]),
        ("y ~ log(a) + x^2", ["log(a)", "x^2"]),
        ("y ~ l(a, 2):b", ["l(a, 2):b"]),
        ("y ~ 1", []),
    ],
)
def test_terms_expand_as_in_r(text, expected):
    assert names(text) == expected


def test_an_intercept_is_there_unless_removed_or_absorbed():
    assert parse_formula("y ~ a").intercept
    assert not parse_formula("y ~ 0 + a").intercept
    assert not parse_formula("y ~ a - 1").intercept
    assert not parse_formula("y ~ -1 + a").intercept
    assert not parse_formula("y ~ a | unit").intercept
    assert parse_formula("y ~ a | 0").intercept


def test_instruments_come_after_the_last_bar():
    with_effects = parse_formula("y ~ x2 | unit + year | x1 ~ x3 + x5")
    assert with_effects.effects == (("unit",), ("year",))
    assert with_effects.endogenous == ((Factor("x1"),),)
    assert with_effects.instruments == ((Factor("x3"),), (Factor("x5"),))
    assert parse_formula("y ~ x2 | x1 ~ x3").effects == ()


def test_too_few_instruments_are_refused():
    with pytest.raises(InputError, match="2 endogenous variables but 1 instruments"):
        parse_formula("y ~ 1 | a + b ~ z")


def test_categories_take_a_slope_and_a_reference():
    factor = parse_formula("y ~ i(year, treat, ref=2005)").terms[0][0]
    assert factor == Factor("year", "i", by="treat", reference="2005")
    assert parse_formula("y ~ i(gap, ref=-1)").terms[0][0].reference == "-1"


def test_columns_are_listed_once():
    found = parse_formula("y ~ a*b | u^t + t | c ~ a").columns
    assert found == ("y", "a", "b", "c", "u", "t")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("y", "expected '~'"),
        ("y ~", "found the end"),
        ("y ~ a +", "found the end"),
        ("y ~ a | unit +", "expected the name of a column"),
        ("y ~ a b", "expected the end, found 'b' at character 7"),
        ("y ~ foo(a)", "no function 'foo'"),
        ("y ~ log(a, 2)", "a closing bracket"),
        ("a + b ~ c", "expected '~'"),
        ("y ~ (0 + a)", "no 0 or -1 inside brackets"),
        ("y ~ a | unit | b", "expected '~'"),
        ("y ~ a | unit | 1 ~ z", "endogenous variables"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text, words):
    with pytest.raises(InputError, match=words.replace("(", r"\(")):
        parse_formula(text)


def test_effects_combine_columns():
    assert parse_effects("unit+region^year") == (("unit",), ("region", "year"))
    assert parse_effects("0") == ()


_names = st.sampled_from(["a", "b", "wgi.voice", "GDP per head", "x1"])
_factor = st.builds(Factor, _names) | st.builds(
    Factor, _names, st.sampled_from(["log", "l", "d", "power"]), st.integers(1, 4).map(float)
)


@given(st.lists(st.lists(_factor, min_size=1, max_size=3), max_size=4), st.booleans())
def test_a_formula_survives_being_written(terms, effects):
    quoted = " + ".join(term_name(tuple(dict.fromkeys(t))) for t in terms) or "1"
    formula = parse_formula(f"y ~ {quoted}" + (" | unit + a^b" if effects else ""))
    assert parse_formula(str(formula)) == formula
