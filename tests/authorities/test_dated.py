from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.dated import (
    all_parameters,
    parameter,
    record_parameters,
    shared_parameters,
    with_values,
)
from comity.terms.authority import Certainty
from comity.terms.errors import DataMissing, UnknownName


@pytest.mark.parametrize(
    ("day", "usd"),
    [
        (date(2017, 6, 30), 750_000),
        (date(2023, 6, 30), 1_500_000),
        (date(2023, 12, 21), 1_500_000),
        (date(2023, 12, 22), 2_000_000),
        (date(2025, 6, 30), 2_000_000),
    ],
)
def test_the_construction_threshold_by_date(day, usd):
    """10 USC 301(8) read through PL 115-137, PL 118-21 and PL 118-31 s1203(a)."""
    value = parameter("small-scale-construction").on(day)
    assert value.value == usd
    assert value.certainty is Certainty.VERIFIED


def test_before_the_first_value_the_answer_is_not_recorded_and_says_what_is():
    with pytest.raises(DataMissing, match="750,000 from 2016-12-23"):
        parameter("small-scale-construction").on(date(2015, 1, 1))


def test_a_raise_for_one_year_wins_over_the_base_law():
    """22 USC 2318(a)(1): USD 100 million a year; FY2023 raised by supplemental (recalled)."""
    ceiling = parameter("FAA-506a1.cap")
    assert ceiling.on(date(2023, 1, 15)).value == 14_500_000_000
    assert ceiling.on(date(2023, 1, 15)).certainty is Certainty.RECALLED
    assert ceiling.on(date(2027, 1, 15)).value == 100_000_000


def test_excess_articles_rose_in_2014():
    ceiling = parameter("FAA-516.cap")
    assert [ceiling.on(date(year, 6, 1)).value for year in (2010, 2020)] == [
        425_000_000,
        500_000_000,
    ]


def test_what_belongs_to_a_record_is_read_from_it():
    names = [item.name for item in record_parameters(catalogue()["T10-331"])]
    assert names == ["T10-331.cap", "T10-331.cap-2", "T10-331.notice-days", "T10-331.notice-days-2"]
    assert parameter("T10-333.notice-days").on(date(2027, 1, 1)).value == 15


def test_a_ceiling_does_not_reach_back_before_its_law():
    with pytest.raises(DataMissing):
        parameter("T10-331.cap").on(date(2010, 1, 1))


@pytest.mark.parametrize(
    ("name", "before", "after", "values"),
    [
        ("academy-foreign-cadets", date(2023, 6, 30), date(2026, 6, 30), (60, 80)),
        ("capacity-program-years", date(2024, 6, 30), date(2025, 6, 30), (2, 3)),
        ("T10-408.cap", date(2023, 8, 30), date(2025, 6, 30), (1_000_000, 5_000_000)),
        ("FAA-516.cap", date(2014, 6, 30), date(2025, 6, 30), (425_000_000, 500_000_000)),
    ],
)
def test_two_days_give_two_verified_answers(name, before, after, values):
    """10 USC 347(a)(1)(B), 333(g)(2) and 408(d), 22 USC 2321j(g), read before and after."""
    found = [parameter(name).on(day) for day in (before, after)]
    assert tuple(value.value for value in found) == values
    assert {v.certainty_on(d) for v, d in zip(found, (before, after), strict=True)} == {
        Certainty.VERIFIED
    }


def test_a_value_claims_nothing_before_the_text_that_shows_it():
    """22 USC 2364(a)(4) was read through PL 117-81; what it said in 1975 is not known."""
    waiver = parameter("FAA-614.cap")
    assert waiver.on(date(1975, 6, 1)).certainty_on(date(1975, 6, 1)) is Certainty.UNKNOWN
    assert waiver.on(date(2023, 6, 1)).certainty_on(date(2023, 6, 1)) is Certainty.VERIFIED
    told = waiver.to_dict([date(1975, 6, 1)])
    assert told["history"][0]["from"] is None
    assert told["on"]["1975-06-01"]["certainty"] == "unknown"


def test_a_day_outside_the_history_is_answered_with_nothing():
    told = parameter("small-scale-construction").to_dict([date(2015, 1, 1), date(2025, 1, 1)])
    assert told["on"]["2015-01-01"] is None
    assert told["on"]["2025-01-01"]["value"] == 2_000_000
    assert len(told["history"]) == 3


def test_every_value_says_from_when_it_is_known():
    for item in shared_parameters().values():
        for value in item.values:
            recalled = value.certainty is not Certainty.VERIFIED
            assert value.since_recorded or value.seen or recalled, item.name


def test_values_do_not_overlap_and_every_one_has_a_source():
    for item in shared_parameters().values():
        assert item.authorities, item.name
        for record in item.authorities:
            assert record in catalogue(), (item.name, record)
        for value in item.values:
            assert value.source.startswith("https://"), item.name
        for one, other in zip(item.values, item.values[1:], strict=False):
            assert one.span.ends.latest < other.span.begins.earliest, item.name


def test_an_unknown_name_is_refused_with_what_there_is():
    with pytest.raises(UnknownName, match="small-scale-construction"):
        parameter("small-scale-constructions")
    assert len(all_parameters()) > 100


def test_values_in_a_text():
    day = date(2027, 1, 1)
    assert with_values("above {@faa-505-finding} a year", day) == "above USD 3,000,000 a year"
    assert with_values("within {@chapter-16-notice-days}", day) == "within 15 days"
    assert with_values("nothing here", day) == "nothing here"
