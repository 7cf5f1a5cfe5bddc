import numpy as np

from comity.terms.grouping import Certainty
from comity.world.groupings import groupings
from comity.world.peace_missions import LAST_YEAR, mission_present, peace_missions


def test_every_row_is_marked_as_recalled_and_lies_in_africa():
    africa = {one.partner for one in groupings().describe("UN_AFRICA").memberships}
    for mission in peace_missions():
        assert mission.certainty is Certainty.RECALLED
        assert mission.partner in africa
        assert 1960 <= mission.first <= mission.last <= LAST_YEAR
    assert peace_missions()[0].to_dict()["mission"] == "ONUC"


def test_presence_by_year_and_by_who_ran_it():
    years = np.array([1992.0, 1996.0, 2001.0, 2024.0])
    liberia = mission_present(["LBR"] * 4, years)
    assert liberia[:3].tolist() == [1.0, 1.0, 0.0]
    assert np.isnan(liberia[3])
    assert mission_present(["LBR"], years[:1], organisations=["UN"]).tolist() == [0.0]
