"""Depth and continuity of assistance, on figures worked out by hand."""

import pytest

from comity.world.derived.relationship import derive
from tests.world.long_frame import assert_topic, long, look

TEN = list(range(2011, 2021))
CONSTANT = [1_000.0] * 10


def test_years_count_only_positive_obligations():
    imet = [5, 0, -3, 2, 1, 0, 0, 4, 0, 1]
    frame = derive(long(2011, greenbook__imet=imet))
    assert look(frame, "relationship.imet_years_10", 2020) == 5


def test_nine_known_years_are_not_ten():
    frame = derive(long(2011, greenbook__fmf=[None, *[1] * 9], greenbook__imet=[1] * 10))
    assert look(frame, "relationship.fmf_years_10", 2020) is None
    assert look(frame, "relationship.imet_years_10", 2020) == 10


def test_variation_is_standard_deviation_over_mean_with_deobligations_as_zero():
    # Five zeros (one of them from -7) and five tens: mean 5, sum of squares 250, s = sqrt(250 / 9).
    total = [0, 10, 0, 10, -7, 10, 0, 10, 0, 10]
    frame = derive(long(2011, greenbook__security_total=total))
    expected = (250 / 9) ** 0.5 / 5
    assert look(frame, "relationship.assistance_variation_10", 2020) == pytest.approx(expected)


def test_nothing_is_neither_steady_nor_unsteady():
    frame = derive(long(2011, greenbook__security_total=[0] * 10, wdi_extract__population=CONSTANT))
    assert look(frame, "relationship.assistance_variation_10", 2020) is None
    assert look(frame, "relationship.assistance_per_head_10", 2020) == 0


def test_assistance_per_head_divides_each_year_by_its_own_people():
    frame = derive(
        long(
            2011,
            greenbook__security_total=[2_000] * 5 + [3_000] * 5,
            greenbook__economic_total=[500] * 10,
            wdi_extract__population=[1_000] * 5 + [3_000] * 5,
        )
    )
    # Two dollars in five years, one in five.
    assert look(frame, "relationship.assistance_per_head_10", 2020) == pytest.approx(1.5)
    assert look(frame, "relationship.economic_per_head_10", 2020) == pytest.approx(1 / 3)


def test_trainees_by_forces_and_by_people():
    frame = derive(
        long(
            2016,
            fmtr__trainees=[10, 20, 30, 40, 50],
            gapminder__armed_forces=[5_000] * 5,
            wdi_extract__population=[2_000_000] * 5,
        )
    )
    assert look(frame, "relationship.trainees_per_forces_5", 2020) == pytest.approx(6)
    assert look(frame, "relationship.trainees_per_million_5", 2020) == pytest.approx(15)


def test_trainees_of_a_state_without_known_forces_are_missing():
    frame = derive(long(2016, fmtr__trainees=[10] * 5, gapminder__armed_forces=[None] * 5))
    assert look(frame, "relationship.trainees_per_forces_5", 2020) is None


def test_sales_are_a_mean_of_at_least_three_years_and_cuts_are_zero():
    frame = derive(long(2020, sales_book__fms=[6, -9, 3, 1, 5, 1]))
    assert look(frame, "relationship.sales_5", 2021) is None
    assert look(frame, "relationship.sales_5", 2022) == 3
    assert look(frame, "relationship.sales_5", 2025) == 2


def test_the_description_names_every_indicator():
    ten, money = [1.0, 2.0] * 5, [5.0] * 10
    frame = derive(
        long(
            2011,
            greenbook__imet=ten,
            greenbook__fmf=ten,
            greenbook__security_total=ten,
            greenbook__economic_total=ten,
            fmtr__activities=ten,
            fmtr__trainees=ten,
            sales_book__fms=money,
            wdi_extract__population=money,
            gapminder__armed_forces=money,
        )
    )
    assert_topic("relationship", frame)
