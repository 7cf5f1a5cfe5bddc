import pytest

from comity_web.world.catalogue import catalogue, catalogue_year, search
from comity_web.world.evidence import panel


def test_every_indicator_is_there_once_with_its_source():
    lines = catalogue()
    assert tuple(line.about.id for line in lines) == panel().indicators
    assert all(line.source.id == line.about.source for line in lines)
    assert all(0 <= line.share <= 1 for line in lines)


def test_coverage_counts_states_with_a_recent_value():
    line = next(line for line in catalogue() if line.about.id == "us_allies.mnna")
    assert line.share > 0.95
    assert (line.first, line.last) == (1990, 2025)
    assert catalogue_year() < panel().years[1]


@pytest.mark.parametrize(
    ("words", "source", "ids"),
    [
        ("rule law governance", "", {"wgi.rule_of_law"}),
        ("wgi", "wgi", {"wgi.rule_of_law", "wgi.political_stability"}),
        ("RULE", "vdem_owid", {"vdem_owid.rule_of_law"}),
    ],
)
def test_every_word_must_be_somewhere(words, source, ids):
    found = {line.about.id for line in search(catalogue(), words, source)}
    assert ids <= found
    assert len(found) < len(catalogue())


def test_nothing_answers_to_nonsense():
    assert search(catalogue(), "xqzzy") == []
    assert len(search(catalogue(), "")) == len(catalogue())
