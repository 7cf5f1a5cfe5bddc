"""Size, growth and dependence, on figures worked out by hand."""

import pytest

from comity.world.derived.economy import derive
from tests.world.long_frame import assert_topic, long, look


def test_size_is_the_logarithm_of_output():
    frame = derive(long(2020, gapminder__gdp_per_capita=[1_000], wdi_extract__population=[1e6]))
    assert look(frame, "economy.size_log", 2020) == pytest.approx(9)


def test_growth_and_its_volatility_need_enough_years():
    frame = derive(long(2018, gapminder__growth_per_capita=[2, None, 4, 6, 8]))
    assert look(frame, "economy.growth_5", 2022) == 5
    assert look(frame, "economy.growth_5", 2020) is None
    assert look(frame, "economy.growth_volatility_10", 2022) is None


def test_inflation_and_its_volatility():
    frame = derive(long(2018, wdi_extract__inflation=[1, 1, 1, 1, 6]))
    assert look(frame, "economy.inflation_3", 2022) == pytest.approx(8 / 3)
    # Mean 2, squares 1 + 1 + 1 + 1 + 16, divisor 4.
    assert look(frame, "economy.inflation_volatility_5", 2022) == pytest.approx(5**0.5)


def test_shares_of_output_are_per_cent():
    frame = derive(
        long(
            2021,
            wdi_extract__remittances_received=[20, 30],
            wdi_extract__foreign_investment_in=[10, -5],
            wdi_extract__gdp=[200, 200],
            gapminder__aid_received=[40, 60],
            gapminder__gdp_per_capita=[10, 10],
            wdi_extract__population=[100, 100],
        )
    )
    assert look(frame, "economy.remittance_share", 2022) == 15
    assert look(frame, "economy.foreign_investment_share_3", 2022) == pytest.approx(1.25)
    assert look(frame, "economy.aid_share_3", 2022) == pytest.approx(5)


def test_no_report_of_aid_is_not_zero_aid():
    frame = derive(long(2020, gapminder__gdp_per_capita=[9] * 3, wdi_extract__population=[9] * 3))
    assert look(frame, "economy.aid_share_3", 2022) is None


def test_the_description_names_every_indicator():
    figures = [1.0, 2.0] * 6
    frame = derive(
        long(
            2011,
            gapminder__gdp_per_capita=figures,
            gapminder__growth_per_capita=figures,
            gapminder__aid_received=figures,
            wdi_extract__population=figures,
            wdi_extract__inflation=figures,
            wdi_extract__remittances_received=figures,
            wdi_extract__foreign_investment_in=figures,
            wdi_extract__gdp=figures,
        )
    )
    assert_topic("economy", frame)
