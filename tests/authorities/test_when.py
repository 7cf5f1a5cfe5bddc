from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.dated import shared_parameters
from comity.authorities.query import Query
from comity.authorities.when import holds, in_words, is_for_the_reader, parameters_in
from comity.terms.errors import InputError
from tests.authorities.asking import partner

DAY = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("", True),
        ("activity=train|equip", True),
        ("activity=equip", False),
        ("purpose=cyber", None),
        ("recipient=military and amount>1000000", True),
        ("amount>9000000", False),
        ("years>5", None),
        ("group=NATO", False),
        ("group!=NATO+5", True),
        ("amount>=@faa-505-finding", True),
        ("if US forces do not take part", None),
        ("purpose=cyber and activity=equip", False),
    ],
)
def test_conditions_answer_yes_no_or_not_known(condition, answer):
    query = Query("train", DAY, partner=partner(), amount=5_000_000)
    assert holds(condition, query) is answer


def test_a_project_is_the_amount_where_something_is_built_and_nothing_else_is_told():
    query = Query("construction", DAY, amount=800_000)
    assert holds("project>@construction-paperwork", query) is True
    assert holds("project>@construction-paperwork", Query("train", DAY, amount=800_000)) is None


def test_what_is_not_in_the_language_is_refused():
    with pytest.raises(InputError, match="not a condition"):
        holds("weather=fine", Query("train", DAY))


def test_values_of_the_day_stand_in_the_text():
    text = "up to {@small-scale-construction} a project"
    assert in_words(text, Query("train", date(2023, 6, 30))) == "up to USD 1,500,000 a project"
    assert in_words(text, Query("train", DAY)) == "up to USD 2,000,000 a project"
    assert "not recorded for 2010" in in_words(text, Query("train", date(2010, 1, 1)))


def test_every_condition_and_parameter_of_the_catalogue_can_be_read():
    query = Query("train", DAY, partner=partner(), amount=1, purpose="cyber")
    seen = 0
    for record in catalogue():
        for item in (*record.notices, *record.steps):
            if item.when:
                seen += 1
                assert is_for_the_reader(item.when) or holds(item.when, query) in {
                    True,
                    False,
                    None,
                }
        for text in (s.text for s in record.steps):
            assert set(parameters_in(text)) <= set(shared_parameters()), record.id
    assert seen > 10
