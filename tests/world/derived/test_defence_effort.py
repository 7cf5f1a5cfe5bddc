"""Own investment in defence, on figures worked out by hand."""

import pytest

from comity.world.derived.defence_effort import derive
from tests.world.long_frame import assert_topic, long, look


def test_spending_by_head_and_by_soldier():
    frame = derive(
        long(
            2020,
            gapminder__military_share=[2.0],
            gapminder__gdp_per_capita=[5_000],
            wdi_extract__population=[1_000_000],
            gapminder__armed_forces=[4_000],
        )
    )
    # Two per cent of 5,000 dollars; times a million people over 4,000 soldiers.
    assert look(frame, "defence_effort.spending_per_head", 2020) == pytest.approx(100)
    assert look(frame, "defence_effort.spending_per_soldier", 2020) == pytest.approx(25_000)


def test_growth_compounds_over_five_years():
    shares = [1.0, 1.1, 1.21, 1.331, 1.4641, 1.61051]
    frame = derive(
        long(
            2015,
            gapminder__military_share=shares,
            gapminder__gdp_per_capita=[100] * 6,
            wdi_extract__population=[100] * 6,
        )
    )
    assert look(frame, "defence_effort.spending_growth_5", 2020) == pytest.approx(10)
    assert look(frame, "defence_effort.spending_growth_5", 2019) is None


def test_volatility_is_relative_to_the_mean():
    frame = derive(long(2016, gapminder__military_share=[1, 1, 2, 3, 3]))
    assert look(frame, "defence_effort.share_volatility_5", 2020) == pytest.approx(0.5)
    assert look(frame, "defence_effort.share_volatility_10", 2020) is None


def test_own_purchases_are_what_grants_did_not_pay():
    frame = derive(
        long(
            2020,
            sales_book__fms={"KEN": [30, -50, 45], "GHA": [0, 0, 0]},
            sales_book__fmf={"KEN": [5, 10, 10], "GHA": [0, -1, 0]},
        )
    )
    assert look(frame, "defence_effort.own_purchases_5", 2022) == pytest.approx(75)
    assert look(frame, "defence_effort.own_purchases_5", 2022, "GHA") is None


def test_arms_by_head():
    frame = derive(
        long(
            2011,
            gapminder__arms_imports=[0] * 9 + [5_000_000],
            gapminder__arms_exports=[0] * 10,
            wdi_extract__population=[250_000] * 10,
        )
    )
    assert look(frame, "defence_effort.arms_imports_per_head_10", 2020) == pytest.approx(2)
    assert look(frame, "defence_effort.arms_exports_per_head_10", 2020) == 0


def test_the_description_names_every_indicator():
    figures = [1.0, 2.0] * 6
    frame = derive(
        long(
            2011,
            gapminder__military_share=figures,
            gapminder__gdp_per_capita=figures,
            gapminder__armed_forces=figures,
            gapminder__arms_imports=figures,
            gapminder__arms_exports=figures,
            wdi_extract__population=figures,
            sales_book__fms=figures,
            sales_book__fmf=figures,
        )
    )
    assert_topic("defence_effort", frame)
