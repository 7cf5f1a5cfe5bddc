"""Schooling of defence institutions, on figures worked out by hand."""

import pytest

from comity.world.derived.institutions import derive
from tests.world.long_frame import assert_topic, long, look


def test_places_are_a_yearly_mean_by_forces_and_by_people():
    frame = derive(
        long(
            2011,
            fmtr__trainees_regional_centers=[0, 4] * 5,
            fmtr__trainees_imet=[10] * 10,
            gapminder__armed_forces=[None] * 9 + [4_000],
            wdi_extract__population=[500_000] * 10,
        )
    )
    assert look(frame, "institutions.regional_center_places_10", 2020) == pytest.approx(0.5)
    assert look(frame, "institutions.imet_places_10", 2020) == pytest.approx(2.5)
    name = "institutions.{}_places_per_million_10"
    assert look(frame, name.format("regional_center"), 2020) == pytest.approx(4)
    assert look(frame, name.format("imet"), 2020) == pytest.approx(20)
    assert_topic("institutions", frame)


def test_seven_known_years_are_too_few():
    frame = derive(
        long(2014, fmtr__trainees_imet=[10] * 8, wdi_extract__population=[1_000_000] * 8)
    )
    assert look(frame, "institutions.imet_places_per_million_10", 2020) is None
    assert look(frame, "institutions.imet_places_per_million_10", 2021) == 10
