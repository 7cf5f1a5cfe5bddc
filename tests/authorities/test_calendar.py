from datetime import date

import pytest

from comity.authorities.calendar import (
    Planned,
    calendar,
    due_days,
    first_monday_of_february,
)
from comity.authorities.query import Query
from comity.terms.errors import InputError, UnknownName


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("annual 03-31", [date(2027, 3, 31)]),
        ("annual 12-01", [date(2026, 12, 1)]),
        ("dates 02-28 08-31", [date(2027, 2, 28), date(2027, 8, 31)]),
        (
            "quarterly",
            [date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)],
        ),
        ("half-yearly", [date(2027, 3, 31), date(2027, 9, 30)]),
        ("with the budget", [date(2027, 2, 1)]),
        ("after each evaluation", []),
    ],
)
def test_rules_fall_on_days_of_the_fiscal_year(rule, days):
    assert due_days(rule, 2027) == days


@pytest.mark.parametrize(("year", "day"), [(2025, 3), (2026, 2), (2027, 1), (2028, 7)])
def test_the_budget_is_due_on_the_first_monday_of_february(year, day):
    assert first_monday_of_february(year) == date(year, 2, day)


def test_the_reports_of_the_research_table_stand_on_their_days():
    """Section 8 of the research: dates read in 2342, 352, 386, 322, 2370c-2, 345 and 381."""
    found = {(due.authority, due.when) for due in calendar(2027)}
    assert {
        ("T10-2342", date(2027, 1, 15)),
        ("T10-352", date(2027, 3, 15)),
        ("T10-386", date(2027, 3, 31)),
        ("T10-322", date(2027, 4, 1)),
        ("CSPA", date(2027, 6, 15)),
        ("T10-345", date(2026, 12, 1)),
        ("T10-381", date(2027, 2, 28)),
        ("T10-381", date(2027, 8, 31)),
    } <= found


def test_a_report_fed_by_many_stands_once_and_names_them():
    yearly = [due for due in calendar(2027) if due.authority == "T10-386"]
    assert len(yearly) == 1
    assert {"T10-333", "T10-341"} <= set(yearly[0].fed_by)


def test_undated_duties_come_last_and_are_not_lost():
    found = calendar(2027)
    dated = [due.when is not None for due in found]
    assert dated == sorted(dated, reverse=True)
    assert any(due.authority == "FAA-653" for due in found if due.when is None)


def test_a_law_that_had_ended_asks_for_nothing():
    assert "T10-2010" in {due.authority for due in calendar(2012)}
    assert "T10-2010" not in {due.authority for due in calendar(2020)}


def test_planned_activities_bring_their_notices_in_this_year_or_the_one_before():
    plan = Planned("T10-333", Query("train", date(2026, 10, 5)))
    assert not [d for d in calendar(2027, [plan]) if d.kind == "notice"]
    before = [d for d in calendar(2026, [plan]) if d.kind == "notice"]
    assert [d.when for d in before] == [date(2026, 9, 20)]
    relief = Planned("T10-404", Query("relief", date(2027, 6, 1), recipient="population"))
    after = [d for d in calendar(2027, [relief]) if d.kind == "notice"]
    assert [(d.when, d.rule) for d in after] == [(date(2027, 6, 3), "48 hours after the start")]


def test_wrong_years_and_authorities_are_refused():
    with pytest.raises(InputError, match="between 1962 and 2100"):
        calendar(27)
    with pytest.raises(UnknownName):
        calendar(2027, [Planned("T10-3333", Query("train", date(2027, 1, 1)))])


def test_a_report_follows_the_rule_of_its_year():
    """10 USC 333(f): quarterly through PL 117-81, half-yearly in the text through PL 118-21."""

    def days(authority, year):
        return [due.when for due in calendar(year) if due.authority == authority and due.when]

    assert len(days("T10-333", 2021)) == 4
    assert days("T10-333", 2027) == [date(2027, 3, 31), date(2027, 9, 30)]
    assert len(days("T10-332", 2021)) == 4
    assert days("T10-332", 2027) == [date(2027, 2, 1)]
