from dataclasses import replace
from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.validity import in_force, judge
from comity.terms.authority import Answer, Certainty
from comity.terms.moment import parse_moment


@pytest.mark.parametrize(
    ("authority", "day", "answer"),
    [
        ("T10-333", date(2016, 12, 22), Answer.NO),
        ("T10-333", date(2016, 12, 23), Answer.YES),
        ("T10-2282", date(2016, 12, 22), Answer.YES),
        ("T10-2282", date(2016, 12, 23), Answer.NO),
        ("NDAA06-1206", date(2012, 6, 1), Answer.YES),
        ("NDAA16-1263", date(2024, 6, 1), Answer.YES),
        ("NDAA16-1263", date(2026, 6, 1), Answer.CHECK),
        ("NDAA16-1226", date(2027, 1, 1), Answer.CHECK),
        ("NDAA12-1215", date(2027, 1, 1), Answer.CHECK),
        ("NDAA11-1217", date(2027, 1, 1), Answer.NO),
        ("NDAA11-1217", date(2013, 1, 1), Answer.CHECK),
        ("T10-421", date(2027, 1, 1), Answer.YES),
        ("T10-421", date(1999, 1, 1), Answer.CHECK),
        ("T10-182", date(1997, 6, 1), Answer.CHECK),
        ("T10-182", date(1998, 6, 1), Answer.YES),
    ],
)
def test_was_it_law_that_day(authority, day, answer):
    assert in_force(catalogue()[authority], day).answer is answer


def test_what_ended_names_its_heir():
    found = in_force(catalogue()["T10-2282"], date(2020, 1, 1))
    assert "see T10-333" in found.why


def test_a_recalled_beginning_rules_nothing_out():
    record = catalogue()["FAA-571"]
    assert record.validity.begins_certainty is Certainty.RECALLED
    assert in_force(record, date(1970, 1, 1)).answer is Answer.CHECK


def asked(authority, day, **more):
    record = catalogue()[authority]
    return judge(record, record.fit, Query("train", day, **more))


def test_a_yearly_authority_needs_the_year_s_act():
    found = asked("APPR-ISRCOOP", date(2026, 11, 1))
    assert (found.answer, "fiscal year 2027" in found.why) == (Answer.IF, True)


def test_an_authority_that_ends_before_the_last_day_must_be_extended():
    found = asked("NDAA16-1250", date(2027, 3, 1), until=date(2028, 3, 1))
    assert (found.answer, "if it is extended" in found.why) == (Answer.IF, True)
    assert asked("NDAA16-1250", date(2027, 3, 1)).answer is Answer.YES


def test_an_end_that_was_read_is_a_no():
    record = catalogue()["NDAA16-1263"]
    validity = replace(
        record.validity, ends=parse_moment("2025-12-31"), ends_certainty=Certainty.VERIFIED
    )
    read = replace(record, validity=validity)
    assert in_force(read, date(2026, 6, 1)).answer is Answer.NO
