"""The reader of ATOP's treaties with the United States."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.atop import parse

TEXT = """ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul
2,20,1949,1,0,0,1,1
2,255,1990,1,0,0,1,1
2,260,1990,1,0,0,0,1
2,365,2000,0,0,0,1,0
200,220,2000,1,0,0,0,0
2,9998,2000,1,0,0,0,0
"""


def write(path: Path, text=TEXT) -> Path:
    file = path / "atop_us_dyads_1946_2018.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_obligations_of_the_united_states_only(tmp_path):
    frame = parse(write(tmp_path).parent).set_index(["indicator", "partner", "year"])["value"]
    assert frame["atop.us_defense_pact", "CAN", 1949] == 1
    assert frame["atop.us_defense_pact", "RUS", 2000] == 0
    assert "GBR" not in frame.index.get_level_values("partner")


def test_two_codes_of_one_partner_are_no_second_treaty(tmp_path):
    frame = parse(write(tmp_path))
    assert frame["value"].max() == 1
    germany = frame[(frame["partner"] == "DEU") & (frame["indicator"] == "atop.us_nonaggression")]
    assert germany["value"].tolist() == [1]


def test_unknown_codes_are_told(tmp_path):
    assert parse(write(tmp_path)).attrs["dropped"] == ["9998: 1 rows without a partner."]


def test_damage_is_refused(tmp_path):
    with pytest.raises(FileError, match="line 2: the column 'atop_defense' says"):
        parse(write(tmp_path, TEXT.replace("2,20,1949,1", "2,20,1949,3")))
    with pytest.raises(FileError, match="repeated ccode1-ccode2-year"):
        parse(write(tmp_path, TEXT + "2,20,1949,1,0,0,1,1\n"))


@pytest.mark.publisher
@pytest.mark.slow
def test_the_whole_file_and_its_extract_agree(publisher_data):
    """5,132 rows with the United States in SOURCE.md; Germany has two of them in 1990."""
    folder = publisher_data / "atop"
    frame = parse(folder / "atop_us_dyads_1946_2018.csv.gz")
    assert len(frame) == 3 * (5_132 - 1)
    assert frame.equals(parse(folder / "atop_alliance_1946plus.csv.gz"))
    pacts = frame[(frame["indicator"] == "atop.us_defense_pact") & (frame["year"] == 2018)]
    assert set(pacts.loc[pacts["value"] == 1, "partner"]) >= {"GBR", "JPN", "KOR", "PHL", "POL"}
