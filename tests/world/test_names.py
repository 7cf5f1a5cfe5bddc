import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.terms.errors import InputError, UnknownName
from comity.world.names import NameIndex, Predecessor, name_key


def index():
    return NameIndex(
        {
            "KOR": ("South Korea", "Republic of Korea", "Korea"),
            "PRK": ("North Korea", "Korea"),
            "CIV": ("Côte d'Ivoire", "Ivory Coast"),
            "RUS": ("Russia",),
        },
        [Predecessor("RUS", "Soviet Union", ("USSR",), 1922, 1991, "To 1991 the Soviet Union's.")],
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Korea, South", "SOUTH KOREA"),
        ("Korea, Rep.", "Republic of Korea"),
        ("Cote D'Ivoire", "Côte d’Ivoire"),
        ("Cote d`Ivoire", "Côte dʻIvoire"),
        ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
        ("Gambia, The", "Gambia"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Micronesia, Fed. Sts.", "Federated States of Micronesia"),
        ("Türkiye", "Turkiye"),
        ("Réunion", "REUNION"),
        ("Solomon Is", "Solomon Islands"),
        ("Åland", "Aland"),
        ("U.S.A.", "USA"),
    ],
)
def test_spellings_that_mean_the_same(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guinea", "Guinea-Bissau"),
        ("Niger", "Nigeria"),
        ("Dominica", "Dominican Republic"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("Sudan", "South Sudan"),
        ("Samoa", "American Samoa"),
        ("Republic of Korea", "People's Republic of Korea"),
    ],
)
def test_spellings_that_differ_in_meaning_stay_apart(one, other):
    assert name_key(one) != name_key(other)


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text):
    key = name_key(text)
    assert name_key(key) == key
    assert key == key.lower()


@given(st.sampled_from(["Korea, South", "Côte d'Ivoire", "USSR"]), st.randoms())
def test_case_and_outer_blanks_never_matter(name, random):
    shaken = "".join(random.choice((letter.upper(), letter.lower())) for letter in name)
    assert index().find(f"  {shaken}\t") == index().find(name)


def test_an_ambiguous_name_lists_what_it_may_mean():
    with pytest.raises(InputError, match=r"South Korea \(KOR\) or North Korea \(PRK\)"):
        index().find("Korea")
    assert set(index().candidates("Korea")) == {"KOR", "PRK"}


@pytest.mark.parametrize("wrong", ["Ivori Coast", "COAST, IVORI", "Cote d'Ivoir"])
def test_an_unknown_name_suggests_the_nearest(wrong):
    with pytest.raises(UnknownName, match="Did you mean") as refusal:
        index().find(wrong)
    assert refusal.value.nearest[0] in {"Ivory Coast", "Côte d'Ivoire"}


def test_a_name_like_nothing_gets_no_suggestion():
    with pytest.raises(UnknownName) as refusal:
        index().find("zzzzqqqq")
    assert refusal.value.nearest == []
    assert "Did you mean" not in str(refusal.value)


def test_an_ended_state_is_its_heir_to_its_last_year_only():
    assert index().find("USSR") == "RUS"
    assert index().find("USSR", 1991) == "RUS"
    with pytest.raises(InputError, match=r"ended in 1991; for 1992 .* Russia \(RUS\)"):
        index().find("Soviet Union", 1992)
