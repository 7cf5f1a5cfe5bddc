import re

from django.http import QueryDict

from comity_web.assess.scored import scores_of
from comity_web.assess.theatre_question import read_question
from comity_web.assess.told import told


def parts(text):
    return told(read_question(QueryDict(text)))


def test_the_parts_are_written_once_for_each_question(db):
    assert parts("group=AFRICOM&year=2019") is parts("group=africom&year=2019")
    assert parts("group=AFRICOM&year=2019") is not parts("group=AFRICOM&year=2018")


def test_the_table_says_what_the_map_shows(db):
    found = parts("layer=coverage&group=AFRICOM&year=2019")
    drawn = dict(re.findall(r'data-partner="(\w+)" aria-label="([^"]+)"', found.drawing))
    said = dict(re.findall(r'data-partner="(\w+)" data-said="([^"]+)"', found.rest))
    assert set(said) == set(scores_of(2019, "AFRICOM").partners)
    assert {p: said[p] for p in drawn} == drawn
    assert 'href="/partners/KEN/"' in found.drawing


def test_what_is_missing_is_said_in_words_and_the_map_stays(db):
    found = parts("layer=funding&group=AFRICOM&year=2025")
    assert "no funding" in found.words
    assert 'data-partner="KEN"' in found.drawing


def test_a_group_that_cannot_be_compared_still_has_a_page(people):
    from comity_web.world.actions import create_group

    create_group("Alone", members=["KEN"], by=people["petra"])
    found = parts("group=ALONE&year=2019")
    assert "Kenya" in found.rest
    assert "at least two are needed" in found.rest
