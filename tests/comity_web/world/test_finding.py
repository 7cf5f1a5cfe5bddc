import pytest

from comity_web.world.finding import Found, find


@pytest.mark.parametrize(
    ("words", "code"), [("Kenya", "KEN"), ("ke", "KEN"), (" burma ", "MMR"), ("Guinea-Biss", "GNB")]
)
def test_any_name_code_or_beginning_that_means_one_finds_it(words, code):
    assert find(words).exact.id == code


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Korea", {"KOR", "PRK"}), ("Congo", {"COG", "COD"}), ("saint", {"KNA", "LCA"})],
)
def test_several_are_listed(words, codes):
    found = find(words)
    assert found.exact is None
    assert codes <= {partner.id for partner in found.several}


def test_a_whole_name_wins_over_names_that_begin_so():
    assert find("Guinea").exact.id == "GIN"


def test_what_is_misspelt_suggests_the_nearest():
    found = find("Germny")
    assert (found.exact, found.several) == (None, ())
    assert "Germany" in found.nearest


def test_nothing_near_and_nothing_asked():
    assert find("xqzzy") == Found()
    assert find("  ") == Found()
