"""The UCDP/PRIO list: conflicts become yes or no, a number and an intensity for each country."""

import pytest

from comity.terms.errors import FileError
from comity.world.sources.ucdp_prio import COLUMNS, parse
from tests.world.sources.figures_of import assert_as_described, series, value, write

HEADER = ",".join(f'"{name}"' for name in COLUMNS) + ',"version"\n'
# conflict, year, location, code, intensity, type
INSIDE = '"1","2001","Kenya","501","1","3","24.1"\n'
SECOND = '"2","2001","Kenya","501","2","4","24.1"\n'
BETWEEN = '"3","2001","Eritrea, Ethiopia","531, 530","2","2","24.1"\n'


def test_conflicts_of_a_country_are_counted_and_the_worst_is_kept(tmp_path):
    frame = parse(write(tmp_path, "UcdpPrioConflict_v24_1.csv", HEADER + INSIDE + SECOND))
    assert value(frame, "ucdp_prio.active_conflicts", "KEN", 2001) == 2
    assert value(frame, "ucdp_prio.intensity", "KEN", 2001) == 2
    assert value(frame, "ucdp_prio.intrastate_conflict", "KEN", 2001) == 1


def test_a_war_between_states_counts_for_both_but_not_as_one_inside(tmp_path):
    frame = parse(write(tmp_path, "UcdpPrioConflict.csv", HEADER + BETWEEN))
    for partner in ("ERI", "ETH"):
        assert value(frame, "ucdp_prio.active_conflicts", partner, 2001) == 1
        assert value(frame, "ucdp_prio.intrastate_conflict", partner, 2001) == 0


def test_a_place_that_is_no_partner_is_counted(tmp_path):
    text = (
        HEADER
        + INSIDE
        + INSIDE.replace('"1"', '"9"', 1).replace("Kenya", "Hyderabad").replace("501", "751")
    )
    frame = parse(write(tmp_path, "UcdpPrioConflict.csv", text))
    assert len(frame) == 3
    assert "Hyderabad (3)" in frame.attrs["dropped"][0]


def test_an_intensity_that_does_not_exist_is_refused(tmp_path):
    wrong = INSIDE.replace('"1","3"', '"3","3"')
    with pytest.raises(
        FileError, match="'intensity_level' says '3'; expected a whole number"
    ) as caught:
        parse(write(tmp_path, "UcdpPrioConflict.csv", HEADER + SECOND + wrong))
    assert caught.value.line == 3


def test_a_repeated_conflict_year_is_refused(tmp_path):
    with pytest.raises(FileError, match="conflict_id-year"):
        parse(write(tmp_path, "UcdpPrioConflict.csv", HEADER + INSIDE + INSIDE))


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    frame = parse(publisher_data / "ucdp")
    assert_as_described(frame, "ucdp_prio")
    assert frame["year"].max() == 2023
    # The list has 59 state-based conflicts in 2023 (UCDP's yearly report); every place is known.
    active = series(frame, "ucdp_prio.active_conflicts").xs(2023, level="year")
    assert 59 <= active.sum() <= 66
    assert frame.attrs["dropped"] == []
