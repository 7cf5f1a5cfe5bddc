from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.finding import Finding
from comity.authorities.judgement import Judgement, is_near, nearness
from comity.terms.authority import Answer, Verdict

DAY = date(2027, 3, 1)


def judged(*findings, record="T10-333", verdict=Verdict.NOT_USABLE):
    return Judgement(catalogue()[record], verdict, tuple(findings))


def no(rule, why="because"):
    return Finding(rule, Answer.NO, why)


def test_reasons_put_what_stands_in_the_way_first_and_join_the_lists():
    found = judged(
        Finding("activity", Answer.IF, "if small"),
        Finding("list", Answer.IF, "coup", "S7008"),
        Finding("list", Answer.IF, "default", "FAA-620q"),
        no("recipient"),
    )
    assert found.reasons == (
        "recipient: because",
        "activity: if small",
        "lists: confirm that the partner is on none of coup, default",
    )
    assert judged(Finding("activity", Answer.YES)).reasons == ("every rule is met",)


def test_a_near_miss_has_one_miss_that_tells_something():
    assert is_near(judged(no("recipient")), DAY)
    assert is_near(judged(Finding("bar", Answer.CHECK, "unclear", "CSPA", "no")), DAY)
    assert not is_near(judged(no("recipient"), no("purpose")), DAY)
    assert not is_near(judged(no("activity", "it reaches train, not equip")), DAY)
    assert is_near(judged(no("activity", "exercises belong to 321")), DAY)
    assert not is_near(judged(no("partner"), record="NDAA16-1250"), DAY)
    assert is_near(judged(no("partner"), record="NDAA16-1263"), DAY)
    assert not is_near(judged(no("validity"), record="T10-2282"), DAY)


def test_a_sharp_miss_comes_before_a_loose_one():
    sharp = judged(no("ceiling"))
    plain = judged(no("recipient"))
    loose = judged(no("recipient"), Finding("activity", Answer.IF, "if"))
    assert sorted([loose, plain, sharp], key=nearness) == [sharp, plain, loose]


def test_looseness_counts_conditions_on_what_is_asked():
    found = judged(Finding("activity", Answer.IF), Finding("ceiling", Answer.IF), no("recipient"))
    assert found.looseness == 2
