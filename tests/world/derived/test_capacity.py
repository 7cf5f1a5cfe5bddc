"""What forces and society can absorb, on figures worked out by hand."""

import pytest

from comity.world.derived.capacity import derive
from tests.world.long_frame import assert_topic, long, look


def test_forces_are_compared_with_the_median_of_those_known_that_year():
    shares = {"KEN": [0.25, 0.25], "GHA": [1.0, 1.0], "NER": [5.0, None]}
    frame = derive(long(2019, gapminder__armed_forces_share=shares))
    assert look(frame, "capacity.forces_gap", 2019) == 0.75
    assert look(frame, "capacity.forces_gap", 2019, "NER") == 4.0
    assert look(frame, "capacity.forces_gap", 2020) == 0.375


def test_assistance_weighs_against_own_spending():
    frame = derive(
        long(
            2016,
            greenbook__security_total=[10, 10, -20, 10, 10],
            gapminder__military_share=[None, None, 1, 1, 1],
            gapminder__gdp_per_capita=[40] * 5,
            wdi_extract__population=[100] * 5,
        )
    )
    # Eight dollars a year (the cut counts as nothing) against forty.
    assert look(frame, "capacity.assistance_load_5", 2020) == pytest.approx(20)


def test_two_years_of_spending_are_too_few():
    frame = derive(
        long(
            2016,
            greenbook__security_total=[10] * 5,
            gapminder__military_share=[None, None, None, 1, 1],
            gapminder__gdp_per_capita=[40] * 5,
            wdi_extract__population=[100] * 5,
        )
    )
    assert look(frame, "capacity.assistance_load_5", 2020) is None


def test_migration_and_soldiers_by_thousand_people():
    frame = derive(
        long(
            2016,
            wdi_extract__net_migration=[-10, -10, 0, 0, -5],
            wdi_extract__population=[1_000] * 5,
            gapminder__armed_forces=[3] * 5,
        )
    )
    assert look(frame, "capacity.net_migration_rate_5", 2020) == pytest.approx(-5)
    assert look(frame, "capacity.forces_per_thousand", 2020) == pytest.approx(3)


def test_the_description_names_every_indicator():
    figures = [1.0, 2.0] * 6
    frame = derive(
        long(
            2011,
            gapminder__armed_forces_share=figures,
            gapminder__armed_forces=figures,
            gapminder__military_share=figures,
            gapminder__gdp_per_capita=figures,
            wdi_extract__population=figures,
            wdi_extract__net_migration=figures,
            greenbook__security_total=figures,
        )
    )
    assert_topic("capacity", frame)
