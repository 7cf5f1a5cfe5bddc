"""The reader of the list of allies."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.us_allies import parse

HEADER = "iso3,arrangement,start,end,basis,note"
ROWS = [
    "FIN,NATO,2023-04-04,,North Atlantic Treaty,",
    "JPN,Bilateral MDT,1960-06-23,,x,",
    "JPN,MNNA,1996-07-21,,x,",
    "AFG,MNNA,2012-07-06,2022-09-23,x,",
    "NZL,ANZUS,1952-04-29,,x,suspended",
    "NZL,MNNA,1996-07-21,,x,",
    "BHS,Rio Treaty,1982,,x,",
]


def write(path: Path, rows=ROWS) -> Path:
    file = path / "us_alliance_and_mnna_list.csv"
    file.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return file


def years(frame, name: str, partner: str) -> list[int]:
    rows = frame[(frame["indicator"] == f"us_allies.{name}") & (frame["partner"] == partner)]
    return rows["year"].tolist()


def test_status_is_that_of_the_last_day_of_the_year(tmp_path):
    frame = parse(write(tmp_path))
    assert years(frame, "treaty_ally", "FIN") == [2023, 2024, 2025]
    assert years(frame, "mnna", "AFG") == list(range(2012, 2022))
    assert years(frame, "treaty_ally", "JPN") == list(range(1990, 2026))


def test_a_treaty_outranks_a_designation(tmp_path):
    frame = parse(write(tmp_path))
    tier = frame[frame["indicator"] == "us_allies.alliance_tier"].set_index(["partner", "year"])[
        "value"
    ]
    assert tier["JPN", 2000] == 2
    assert tier["NZL", 2000] == 1


def test_a_suspended_guarantee_is_none(tmp_path):
    frame = parse(write(tmp_path))
    assert years(frame, "treaty_ally", "NZL") == []
    assert frame.attrs["dropped"] == ["NZL: ANZUS from 1986 on (suspended)."]


def test_the_rio_treaty_stands_apart(tmp_path):
    frame = parse(write(tmp_path))
    assert years(frame, "rio_treaty", "BHS") == list(range(1990, 2026))
    assert years(frame, "alliance_tier", "BHS") == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("FIN,Entente,2023,,x,", "line 2: the arrangement 'Entente' is new"),
        ("QQQ,NATO,2023,,x,", "line 2: there is no partner 'QQQ'"),
        ("FIN,NATO,4 April 2023,,x,", "line 2: the date '4 April 2023' is none"),
    ],
)
def test_damage_is_refused_with_its_line(tmp_path, row, said):
    with pytest.raises(FileError, match=said):
        parse(write(tmp_path, [row]))


@pytest.mark.publisher
def test_counts_of_allies(publisher_data):
    """NATO had 15 other members in 1990 and has 31 since 2024; AUS, JPN, KOR, PHL and THA throughout."""
    frame = parse(publisher_data / "us-allies")
    allies = frame[frame["indicator"] == "us_allies.treaty_ally"].groupby("year")["value"].sum()
    assert allies[1990] == 15 + 5
    assert allies[2025] == 31 + 5
    mnna = frame[(frame["indicator"] == "us_allies.mnna") & (frame["year"] == 2025)]
    assert len(mnna) == 22 - 1  # 22 designations in the list, of which Afghanistan's has ended
