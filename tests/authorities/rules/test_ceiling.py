from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.ceiling import ceilings, judge
from comity.terms.authority import Answer


def asked(authority, activity="operations-support", day=date(2027, 3, 1), **more):
    record = catalogue()[authority]
    return judge(record, record.fit, Query(activity, day, **more))


def test_an_amount_above_the_ceiling_is_a_no_and_one_below_shares_it():
    """10 USC 127e(a): USD 100 million in a fiscal year."""
    assert asked("T10-127e", amount=100_000_001)[0].answer is Answer.NO
    within = asked("T10-127e", amount=100_000_000)[0]
    assert (within.answer, "if enough is left" in within.why) == (Answer.IF, True)


def test_a_recalled_ceiling_rules_nothing_out():
    found = asked("NDAA18-1202", day=date(2022, 3, 1), amount=150_000_000)[0]
    assert (found.answer, found.leaning) == (Answer.CHECK, "no")


def test_a_ceiling_rules_nothing_out_before_the_oldest_text_that_was_read():
    """10 USC 408(d): USD 1 million in the text through PL 118-21, 5 million in that through PL 118-40."""
    early = asked("T10-408", "equip", date(2015, 6, 1), amount=3_000_000)[0]
    assert (early.answer, early.leaning) == (Answer.CHECK, "no")
    assert "not known for that day" in early.why
    assert asked("T10-408", "equip", date(2023, 8, 1), amount=3_000_000)[0].answer is Answer.NO
    assert asked("T10-408", "equip", date(2025, 6, 1), amount=3_000_000)[0].answer is Answer.IF


def test_an_authorised_amount_is_no_ceiling():
    found = asked("NDAA16-1250", "equip", amount=5_000_000_000)[0]
    assert (found.answer, "appropriations may give more" in found.why) == (Answer.CHECK, True)


def test_ceilings_follow_the_day_and_the_activity():
    def usd(day, activity="equip"):
        record = catalogue()["FAA-506a1"]
        return [cap.usd for cap in ceilings(record, Query(activity, day))]

    assert usd(date(2023, 1, 15)) == [14_500_000_000]
    assert usd(date(2027, 1, 15)) == [100_000_000]
    exchange = ceilings(catalogue()["T10-312"], Query("exchange", date(2027, 1, 1)))
    assert [cap.scope for cap in exchange] == ["person"]
    assert ceilings(catalogue()["T10-312"], Query("engage", date(2027, 1, 1))) == []


def test_a_project_is_measured_by_the_ceiling_of_its_day():
    def answer(day, project):
        return asked("T10-333", "construction", day, project=project)[-1].answer

    assert answer(date(2023, 6, 30), 1_800_000) is Answer.NO
    assert answer(date(2025, 6, 30), 1_800_000) is Answer.YES
    assert answer(date(2025, 6, 30), 2_000_001) is Answer.NO
    assert answer(date(2025, 6, 30), None) is Answer.IF


def test_no_ceiling_no_finding():
    assert asked("T10-333", "train", amount=10**9) == []
