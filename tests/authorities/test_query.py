from datetime import date

import pytest

from comity.authorities.query import Query, fiscal_year, parse_day
from comity.terms.errors import InputError, UnknownName


def test_words_are_settled_once():
    query = Query("Train", date(2027, 3, 1), purpose="self defense", recipient="Other Security")
    assert (query.activity, query.purpose, query.recipient) == (
        "train",
        "self-defence",
        "other-security",
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"until": date(2026, 1, 1)}, "before the first day"),
        ({"amount": 0}, "above zero"),
        ({"project": -1}, "above zero"),
        ({"on": date(1950, 1, 1)}, "catalogue begins"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        Query(**({"activity": "train", "on": date(2027, 3, 1)} | wrong))


def test_an_unknown_recipient_is_refused():
    with pytest.raises(UnknownName, match="no recipient called 'army'"):
        Query("train", date(2027, 3, 1), recipient="army")


def test_a_fiscal_year_begins_in_october():
    assert [fiscal_year(date(2026, month, 1)) for month in (9, 10)] == [2026, 2027]


@pytest.mark.parametrize("text", ["1.3.2027", "2027-02-30", "soon", ""])
def test_a_day_is_year_month_day(text):
    with pytest.raises(InputError, match="2027-03-01"):
        parse_day(text)


def test_years_are_counted_from_the_first_to_the_last_day():
    assert Query("equip", date(2027, 3, 1), until=date(2033, 3, 2)).years > 6
    assert Query("equip", date(2027, 3, 1)).years is None
