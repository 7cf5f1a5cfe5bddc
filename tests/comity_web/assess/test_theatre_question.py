import pytest
from django.http import QueryDict

from comity.terms.errors import InputError, UnknownName
from comity_web.assess.scored import opening_year
from comity_web.assess.theatre_question import read_question
from comity_web.world.actions import create_group


def asked(text):
    return read_question(QueryDict(text))


def test_nothing_asked_is_propensity_of_all_in_the_opening_year(db):
    question = asked("")
    assert (question.layer, question.group, question.year) == ("propensity", None, opening_year())
    assert question.where == "All partners"


def test_an_address_is_read_and_written_back(db):
    question = asked("layer=funding&group=africom&year=2019")
    assert question.query() == "layer=funding&group=AFRICOM&year=2019"
    assert question.query(layer="mismatch", group=None) == "layer=mismatch&year=2019"
    assert question.where.startswith("US Africa Command")


def test_a_teams_own_group_carries_its_members(people):
    create_group("Horn", members=["ETH", "KEN"], by=people["petra"])
    assert asked("group=HORN").members == ("ETH", "KEN")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("layer=weather", "no layer called 'weather'"),
        ("group=AFRICON", "Did you mean 'AFRICOM'"),
        ("year=MMXX", "A year is a number"),
        ("year=1950", "outside the panel, which covers 1990-"),
    ],
)
def test_what_cannot_be_used_is_named(db, text, said):
    with pytest.raises((InputError, UnknownName), match=said):
        asked(text)
