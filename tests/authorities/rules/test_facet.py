from dataclasses import replace
from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import look_up, softened
from comity.terms.authority import Answer, Certainty, Reading

QUERY = Query("train", date(2027, 3, 1))
RECORD = catalogue()["T10-333"]
READINGS = {
    "train": Reading(Answer.YES),
    "equip": Reading(Answer.NO, "never"),
    "construction": Reading(Answer.IF, "if under {@small-scale-construction}"),
}


def test_a_word_that_is_there_answers_with_its_reason():
    assert look_up("activity", READINGS, "train", RECORD, QUERY).answer is Answer.YES
    assert look_up("activity", READINGS, "equip", RECORD, QUERY).why == "never"
    found = look_up("activity", READINGS, "construction", RECORD, QUERY)
    assert found.why == "if under USD 2,000,000"


def test_a_word_that_is_not_there_is_a_no_that_says_what_is_there():
    found = look_up("activity", READINGS, "advise", RECORD, QUERY)
    assert found.answer is Answer.NO
    assert found.why == "it reaches train, construction, not advise"


def test_any_answers_for_every_other_word():
    found = look_up("purpose", {"any": Reading(Answer.CHECK, "open")}, "cyber", RECORD, QUERY)
    assert found.answer is Answer.CHECK


def test_nothing_recorded_is_a_check_and_never_a_no():
    assert look_up("purpose", {}, "cyber", RECORD, QUERY).answer is Answer.CHECK


def test_a_no_of_a_recalled_record_is_a_check_unless_the_heading_settles_it():
    recalled = replace(RECORD, certainty=Certainty.RECALLED)
    no = Finding("activity", Answer.NO, "not this")
    assert softened(no, recalled).leaning == "no"
    sure = replace(recalled, fit=replace(RECORD.fit, sure=("activity",)))
    assert softened(no, sure) is no
    assert softened(no, RECORD) is no
