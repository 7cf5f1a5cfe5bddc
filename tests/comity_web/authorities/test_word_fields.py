from datetime import date

import pytest
from django.forms import ValidationError

from comity_web.authorities import word_fields


def test_words_are_settled_and_refused_in_a_sentence():
    field = word_fields.word_field("purpose")
    assert field.clean("self-defense") == "self-defence"
    assert field.clean("") is None
    with pytest.raises(ValidationError, match="Did you mean"):
        field.clean("counterterorism")


def test_days_amounts_and_partners_are_read_as_the_library_reads_them():
    assert word_fields.day_field().clean("2027-03-01") == date(2027, 3, 1)
    assert word_fields.amount_field().clean("5M") == 5_000_000
    assert word_fields.partner_field().clean("Ivory Coast") == "CIV"
    with pytest.raises(ValidationError, match="not a day"):
        word_fields.day_field().clean("1 March")
    with pytest.raises(ValidationError, match="US dollars"):
        word_fields.amount_field().clean("much")


def test_the_partners_are_others_in_the_order_of_their_names():
    choices = list(word_fields.partner_choices())
    assert choices[0] == ("", "any partner")
    names = [name for _, name in choices[1:]]
    assert names == sorted(names)
    codes = {code for code, _ in choices}
    assert {"KEN", "UKR"} <= codes
    assert "USA" not in codes, "the law speaks of other countries"
