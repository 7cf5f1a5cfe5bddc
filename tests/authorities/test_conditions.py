from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.conditions import committees_in_words, conditions, longest_wait, notify
from comity.authorities.query import Query
from comity.terms.authority import Certainty, Notice, Step
from tests.authorities.asking import partner

START = date(2027, 3, 18)


def said(authority, **asked):
    activity = asked.pop("activity", "train")
    query = Query(activity, START, **asked)
    return conditions(catalogue()[authority], query)


def test_the_issue_s_own_sentence():
    """State concurrence; notify 15 days before, so by 3 March; elements; sustainment past five."""
    found = said("T10-333", until=date(2033, 3, 18))
    text = " ".join(condition.text for condition in found)
    assert "Secretary of State concurrence" in text
    assert "15 days before the start, so by 2027-03-03" in text
    assert "human rights" in text
    assert "institutional capacity building" in text
    assert "justify sustainment past five years" in text
    notice = next(c for c in found if c.kind == "notify")
    assert notice.by == date(2027, 3, 3)


def test_the_wrong_committees_are_a_common_error():
    assert "the six committees" in committees_in_words(
        ["SASC", "SFRC", "SAC", "HASC", "HFAC", "HAC"]
    )
    text = " ".join(c.text for c in said("T10-127e"))
    assert "the four committees (SASC, SAC, HASC, HAC)" in text
    assert "Chief of Mission" in text
    assert committees_in_words(["Speaker", "SFRC", "HFAC"]) == "Speaker, SFRC and HFAC"
    assert "not read" in committees_in_words([])


def test_a_step_whose_condition_does_not_hold_is_left_out():
    short = " ".join(c.text for c in said("T10-333", until=date(2028, 3, 18)))
    assert "Field 7" not in short
    open_ = " ".join(c.text for c in said("T10-333"))
    assert "If it applies: Field 7" in open_


def test_a_day_that_is_past_is_late():
    found = said("T10-333", today=date(2027, 3, 10))
    assert next(c for c in found if c.kind == "notify").late
    found = said("T10-333", today=date(2027, 3, 1))
    assert not next(c for c in found if c.kind == "notify").late


def test_what_state_must_agree_to_is_never_silent():
    unread = said("T10-421", activity="intelligence-sharing")
    first = next(c for c in unread if c.kind == "approve")
    assert "not recorded: check" in first.text
    assert first.certainty is Certainty.UNKNOWN


def test_clocks_before_after_and_in_hours():
    relief = said("T10-404", activity="relief", recipient="population")
    assert next(c for c in relief if c.kind == "notify").by == date(2027, 3, 20)
    later = Notice(("HAC",), "A waiver.", "after", days=15)
    assert notify(later, Query("train", START)).text.startswith("Notify HAC within 15 days after")
    before = Notice(("HAC",), "A finding.", "before", days=0)
    assert "before the start" in notify(before, Query("train", START)).text


def test_the_longest_wait_counts_what_surely_runs():
    query = Query("logistics", START, partner=partner())
    assert longest_wait(catalogue()["T10-2342"], query) == 60
    nato = Query("logistics", START, partner=partner("POL", groups=("NATO",)))
    assert longest_wait(catalogue()["T10-2342"], nato) == 0
    assert longest_wait(catalogue()["T10-331"], query) == 0  # its wait is for the reader to judge
    assert longest_wait(catalogue()["T10-331"], query, [Step("confirm", "x", days=15)]) == 15
