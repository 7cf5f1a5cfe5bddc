import pytest

from comity.authorities.record_file import parse_reading, parse_record
from comity.terms.authority import Answer, Certainty
from comity.terms.errors import FileError, InputError

SMALL = """
id = "X-1"
citation = "1 USC 1"
name = "An invented authority"
title = "Title 1"
group = "T1"
category = "activity"
subcategory = "training"
permits = "Training"
certainty = "verified"
checked = "2026-11-24"
[approval]
holder = "SecDef"
level = "none"
[validity]
status = "in force"
permanence = "permanent"
begins = "2016"
[[source]]
address = "https://example.org/law"
kind = "read"
[[cap]]
usd = 5
scope = "fiscal year"
from = "2017-01-01"
until = "2018-01-01"
certainty = "recalled"
[fit]
family = ["dod"]
[fit.activities]
train = "if small"
[fit.purposes]
any = "yes"
[fit.recipients]
military = "no: none"
[fit.partners]
not = ["AUT"]
otherwise = "check: unclear"
"""


def test_a_record_becomes_frozen_nouns():
    record = parse_record(SMALL, "X-1.toml")
    assert record.certainty is Certainty.VERIFIED
    assert str(record.validity.begins) == "2016"
    assert str(record.caps[0].span.ends) == "2018-01-01"
    assert record.fit.activities["train"].why == "if small"
    assert record.fit.recipients["military"].answer is Answer.NO
    assert record.fit.partners.excluded == ("AUT",)
    assert record.fit.partners.otherwise.why == "unclear"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "An invented authority"', "", "name is missing"),
        ('name = "An invented authority"', 'nmae = "x"', "name is missing"),
        ('title = "Title 1"', 'title = "Title 1"\nholdr = "x"', "'holdr' is not a field"),
        ('certainty = "verified"', 'certainty = "sure"', "'sure' is not a valid Certainty"),
        ('begins = "2016"', 'begins = "soon"', "'soon' is not a date"),
        ('train = "if small"', 'train = "maybe"', "'maybe' must begin with yes"),
        ('level = "none"', 'level = "none"\nboss = "x"', "boss"),
        ('id = "X-1"', 'id = "X-1', "not valid TOML"),
    ],
)
def test_a_mistake_names_the_file_and_the_field(before, after, said):
    with pytest.raises(FileError, match=said) as refusal:
        parse_record(SMALL.replace(before, after, 1), "X-1.toml")
    assert "X-1.toml" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "answer", "why"),
    [
        ("yes", Answer.YES, ""),
        ("yes: always", Answer.YES, "always"),
        ("if it fits", Answer.IF, "if it fits"),
        ("check whether it fits", Answer.CHECK, "check whether it fits"),
        ("check: unclear", Answer.CHECK, "unclear"),
        ("check", Answer.CHECK, ""),
        ("no: never", Answer.NO, "never"),
    ],
)
def test_the_four_words_of_a_reading(text, answer, why):
    reading = parse_reading(text)
    assert (reading.answer, reading.why) == (answer, why)


def test_another_word_is_refused():
    with pytest.raises(InputError, match="must begin with"):
        parse_reading("perhaps")
