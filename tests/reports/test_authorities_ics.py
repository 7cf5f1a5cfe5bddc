import re
from datetime import date

import pytest

from comity.authorities.calendar import Due, Planned, calendar
from comity.authorities.query import Query
from comity.reports.authorities_ics import LONGEST, due_ics
from comity.terms.authority import Certainty

PLAN = Planned("T10-333", Query("train", date(2027, 3, 1)))


def due(what="a report", when=date(2027, 3, 31)):
    return Due(when, "report", what, "annual 03-31", "X-1", "1 USC 1", Certainty.RECALLED)


@pytest.fixture(scope="module")
def text():
    return due_ics(calendar(2027, [PLAN]))


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_every_dated_entry_is_one_event_with_an_id_of_its_own(text):
    dated = [d for d in calendar(2027, [PLAN]) if d.when]
    lines = unfolded(text)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(dated)
    ids = [line for line in lines if line.startswith("UID:")]
    assert len(set(ids)) == len(dated)


def test_an_event_lasts_its_whole_day(text):
    lines = unfolded(text)
    at = lines.index("DTSTART;VALUE=DATE:20270214")
    assert lines[at + 1] == "DTEND;VALUE=DATE:20270215"
    assert "six committees" in lines[at + 2]


def test_no_line_is_longer_than_the_format_allows(text):
    folded = due_ics([due("Bericht über Ausgaben für Übungen, " * 9)])
    for whole in (text, folded):
        assert whole.endswith("END:VCALENDAR\r\n")
        assert max(len(line.encode()) for line in whole.split("\r\n")) <= LONGEST
    assert "Bericht über Ausgaben für Übungen\\, " * 9 in "".join(unfolded(folded))


def test_marks_of_the_format_are_escaped():
    (line,) = [x for x in unfolded(due_ics([due("a; b, c\\d")])) if x.startswith("SUMMARY")]
    assert line == r"SUMMARY:Report: a\; b\, c\\d (1 USC 1)"


def test_what_has_no_day_is_left_out_and_certainty_is_told():
    assert "VEVENT" not in due_ics([due(when=None)])
    assert re.search(
        r"Certainty: recalled\. Planning aid\\, not", "".join(unfolded(due_ics([due()])))
    )
