"""UCDP's country-years: zeros are the publisher's own, a state without a row is unknown."""

import pytest

from comity.terms.errors import FileError
from comity.world.source import get_source
from comity.world.sources import ucdp_prio
from comity.world.sources.ucdp import SERIES, parse
from tests.world.sources.figures_of import assert_as_described, covered, series, value, write

HEADER = "country_id_cy,country_cy,year_cy,region_cy," + ",".join(SERIES) + ",version\n"
SILENT = "501,Kenya,1990,Africa,0,0,0,0,0,0,0,0,0,25.1\n"
WAR = "700,Afghanistan,1990,Asia,1,5,1478,1,1,36,1,40,15,25.1\n"


def test_deaths_and_zeros_come_from_the_file(tmp_path):
    nowhere = SILENT.replace("501,Kenya", "99,Nowhere")
    text = HEADER + SILENT + WAR + nowhere
    frame = parse(write(tmp_path, "organizedviolencecy_v25_1.csv", text))
    assert value(frame, "ucdp.state_based_deaths", "AFG", 1990) == 1478
    assert value(frame, "ucdp.one_sided_government_deaths", "AFG", 1990) == 15
    assert value(frame, "ucdp.state_based_deaths", "KEN", 1990) == 0
    assert len(frame) == 2 * len(SERIES)
    assert frame.attrs["dropped"][0].endswith(": Nowhere (9).")


def test_codes_are_those_of_the_year(tmp_path):
    rows = SILENT.replace("501,Kenya,1990", "678,Yemen,1989") + SILENT.replace(
        "501,Kenya,1990", "680,South Yemen,1989"
    )
    frame = parse(write(tmp_path, "organizedviolencecy.csv", HEADER + rows))
    assert set(frame["partner"]) == {"YEM", "YMD"}


def test_nothing_is_filled_in_for_a_state_without_a_row():
    assert not any(one.zero_if_absent for one in get_source("ucdp").indicators)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("1478", "", "is empty"),
        ("1478", "-4", "says '-4'"),
        ("1,5,1478", "2,5,1478", "from 0 to 1"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_line(tmp_path, old, new, says):
    text = HEADER + SILENT + WAR.replace(old, new, 1)
    with pytest.raises(FileError, match=says) as caught:
        parse(write(tmp_path, "organizedviolencecy.csv", text))
    assert caught.value.line == 3


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    """6,936 country-years from 1989 to 2024."""
    frame = parse(publisher_data / "ucdp")
    assert_as_described(frame, "ucdp")
    assert len(frame) == 6_936 * len(SERIES)
    assert (frame["year"].min(), frame["year"].max()) == (1989, 2024)
    assert covered(frame, "ucdp.state_based_deaths", 2022, 0) == 196
    # UCDP's published yearly report: the war in Ukraine killed more than 80,000 in 2022.
    assert value(frame, "ucdp.state_based_deaths", "UKR", 2022) > 80_000


@pytest.mark.publisher
def test_conflicts_inside_states_agree_with_the_conflict_list(publisher_data):
    """Other source: a country with an intrastate conflict on the list has one on its territory."""
    listed = series(ucdp_prio.parse(publisher_data / "ucdp"), "ucdp_prio.intrastate_conflict")
    here = series(parse(publisher_data / "ucdp"), "ucdp.state_based_conflict")
    shared = listed[(listed == 1) & (listed.index.get_level_values("year") >= 1989)]
    both = here.reindex(shared.index).dropna()
    assert len(both) > 1_000
    assert both.mean() > 0.95
