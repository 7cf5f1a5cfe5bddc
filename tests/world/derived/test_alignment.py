"""Steadiness and direction of votes, on figures worked out by hand."""

import pytest

from comity.world.derived.alignment import derive
from tests.world.long_frame import assert_topic, long, look


def test_volatility_of_distance_over_five_sessions():
    frame = derive(long(2018, unga__us_distance=[2.0, 2.0, 3.0, 4.0, 4.0]))
    # Mean 3, squares 1 + 1 + 0 + 1 + 1, divisor 4.
    assert look(frame, "alignment.distance_volatility_5", 2022) == pytest.approx(1.0)
    assert look(frame, "alignment.distance_volatility_5", 2020) is None


def test_coming_nearer_is_a_negative_change():
    frame = derive(long(2012, unga__us_distance=[3.0, *[None] * 9, 2.25]))
    assert look(frame, "alignment.distance_change_10", 2022) == -0.75
    assert look(frame, "alignment.distance_change_10", 2012) is None


def test_margins_are_means_of_three_sessions_with_both_known():
    frame = derive(
        long(
            2020,
            unga__agreement_usa=[0.5, 0.75, 0.25],
            unga__agreement_russia=[0.25, 0.25, 0.75],
            unga__agreement_china=[None, None, 0.75],
        )
    )
    assert look(frame, "alignment.usa_over_russia_3", 2022) == pytest.approx(0.25 / 3)
    assert look(frame, "alignment.usa_over_china_3", 2022) is None


def test_the_description_names_every_indicator():
    sessions = [0.25, 0.5] * 6
    frame = derive(
        long(
            2011,
            unga__us_distance=sessions,
            unga__agreement_usa=sessions,
            unga__agreement_russia=sessions,
            unga__agreement_china=sessions,
        )
    )
    assert_topic("alignment", frame)
