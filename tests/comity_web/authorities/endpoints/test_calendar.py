from datetime import date

from comity.authorities.calendar import Planned, calendar
from comity.authorities.query import Query


def test_the_calendar_is_the_librarys(program):
    found = program("vera").get("/authorities/calendar?fiscal_year=2027")
    assert found["due"] == [due.to_dict() for due in calendar(2027)]


def test_plans_bring_their_notices(program):
    sent = {"fiscal_year": 2027, "plans": [{"authority": "T10-333", "on": "2027-03-01"}]}
    found = program("vera").send("POST", "/authorities/calendar", sent)
    planned = [Planned("T10-333", Query("train", date(2027, 3, 1)))]
    assert found["due"] == [due.to_dict() for due in calendar(2027, planned)]
    assert "notice" in {one["kind"] for one in found["due"]}


def test_a_year_or_an_authority_that_there_is_not_is_refused(program):
    vera = program("vera")
    vera.get("/authorities/calendar?fiscal_year=1900", 422)
    plans = [{"authority": "T99-1", "on": "2027-03-01"}]
    vera.send("POST", "/authorities/calendar", {"plans": plans}, 404)


def test_the_calendar_as_a_table(program):
    answer = program("vera").call("GET", "/authorities/calendar?fiscal_year=2027&format=csv")
    assert answer.content.startswith(b"when,kind,what")
