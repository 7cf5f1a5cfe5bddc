"""Violence by the size of the population, on figures worked out by hand."""

import pytest

from comity.world.derived.stability import derive, subregions
from comity.world.sources import ucdp, ucdp_prio, wdi_extract
from tests.world.long_frame import assert_topic, long, look

# Kenya, Uganda and Burundi share a subregion; Ghana lies in another.
NAMES = ("state_based_deaths", "non_state_deaths", "one_sided_deaths")
MILLION = [1e6] * 5


def test_deaths_are_divided_by_people_and_years():
    frame = derive(
        long(
            2018,
            ucdp__state_based_deaths=[0, 0, 100, 0, 50],
            ucdp__one_sided_government_deaths=[0, 0, 0, 0, 10],
            wdi_extract__population=[2e6] * 5,
        )
    )
    assert look(frame, "stability.battle_death_rate_5", 2022) == pytest.approx(15)
    assert look(frame, "stability.government_killing_rate_5", 2022) == pytest.approx(1)


def test_a_year_without_people_counts_neither_deaths_nor_people():
    frame = derive(
        long(
            2018,
            ucdp__non_state_deaths=[900, 10, 10, 10, 10],
            wdi_extract__population=[None, *[1e6] * 4],
        )
    )
    assert look(frame, "stability.non_state_death_rate_5", 2022) == pytest.approx(10)


def test_an_unknown_state_is_not_at_peace():
    frame = derive(long(2018, wdi_extract__population=MILLION))
    assert frame.empty


def test_years_of_conflict():
    frame = derive(
        long(
            2013,
            ucdp__state_based_conflict=[1, 0, 1, 1, 0, 0, 0, 0, 0, 1],
            ucdp_prio__intrastate_conflict=[1, *[0] * 9],
        )
    )
    assert look(frame, "stability.conflict_years_10", 2022) == 4
    assert look(frame, "stability.inside_conflict_years_10", 2022) == 1


def test_the_neighbourhood_leaves_out_the_partner_itself_and_other_subregions():
    deaths = {"KEN": [7] * 5, "UGA": [20] * 5, "BDI": [0] * 5, "GHA": [1000] * 5}
    people = {"KEN": MILLION, "UGA": [3e6] * 5, "BDI": MILLION, "GHA": MILLION}
    quiet = {partner: [0] * 5 for partner in deaths}
    frame = derive(
        long(
            2018,
            ucdp__state_based_deaths=deaths,
            ucdp__non_state_deaths=quiet,
            ucdp__one_sided_deaths=quiet,
            wdi_extract__population=people,
        )
    )
    name = "stability.neighbourhood_death_rate_5"
    assert look(frame, name, 2022) == pytest.approx(20 / 4)
    assert look(frame, name, 2022, "UGA") == pytest.approx(7 / 2)
    assert look(frame, name, 2022, "GHA") is None


def test_subregions_are_the_smallest_of_the_united_nations():
    regions = subregions()
    assert regions["KEN"] == "UN_EASTERN_AFRICA"
    assert regions["HTI"] == "UN_CARIBBEAN"
    assert regions["UKR"] == "UN_EASTERN_EUROPE"
    assert len(set(regions.values())) == 22


def test_the_description_names_every_indicator():
    two = {"KEN": [1] * 10, "UGA": [2] * 10}
    names = (*NAMES, "one_sided_government_deaths", "state_based_conflict")
    given = {f"ucdp__{name}": two for name in names}
    frame = long(
        2011,
        **given,
        ucdp_prio__intrastate_conflict=two,
        wdi_extract__population={"KEN": [1e6] * 10, "UGA": [1e6] * 10},
    )
    assert_topic("stability", derive(frame))


@pytest.mark.publisher
def test_ukraine_in_2022(publisher_data):
    """Worked out from the files: deaths of 2018 to 2022 over people of the same years."""
    import pandas as pd

    readers = {
        ucdp: "ucdp",
        ucdp_prio: "ucdp",
        wdi_extract: "world-bank-wdi-extract",
    }
    parts = [reader.parse(publisher_data / folder) for reader, folder in readers.items()]
    frame = pd.concat(parts, ignore_index=True)
    mine = frame[(frame["partner"] == "UKR") & frame["year"].between(2018, 2022)]
    total = mine.groupby("indicator")["value"].sum()
    expected = total["ucdp.state_based_deaths"] / total["wdi_extract.population"] * 1e6
    found = look(derive(frame), "stability.battle_death_rate_5", 2022, "UKR")
    assert found == pytest.approx(expected)
    assert 300 < expected < 600
