from datetime import date

import pytest

from comity.terms.grouping import Certainty, Grouping, Membership


@pytest.mark.parametrize(
    ("start", "end", "year", "inside"),
    [
        (None, None, 1950, True),
        (date(2021, 9, 1), None, 2020, False),
        (date(2021, 9, 1), None, 2021, True),
        (None, date(2021, 8, 31), 2020, True),
        (None, date(2021, 8, 31), 2021, False),
        (None, date(2021, 12, 31), 2021, True),
        (date(2021, 12, 31), date(2021, 12, 31), 2021, True),
        (date(2022, 1, 1), None, 2021, False),
    ],
)
def test_the_last_day_of_the_year_decides(start, end, year, inside):
    assert Membership("ISR", start, end).holds(year) is inside


def test_who_moves_is_in_one_place_each_year():
    before = Membership("ISR", end=date(2021, 8, 31))
    after = Membership("ISR", start=date(2021, 9, 1))
    assert all(before.holds(year) != after.holds(year) for year in range(1990, 2030))


def test_a_partner_may_come_back():
    spells = (
        Membership("FRA", end=date(1966, 6, 30)),
        Membership("FRA", date(2009, 4, 3), certainty=Certainty.RECALLED),
    )
    group = Grouping("G", "G", "family", "source", "2024", "", "", spells)
    assert [group.belongs("FRA", year) for year in (1960, 1990, 2010)] == [True, False, True]
    assert not group.belongs("KEN", 2010)
    assert group.to_check == (spells[1],)


def test_every_certainty_is_explained():
    assert all(one.meaning for one in Certainty)
    assert len({one.meaning for one in Certainty}) == len(Certainty)
