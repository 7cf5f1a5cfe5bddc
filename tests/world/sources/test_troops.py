"""The reader of US troop deployments."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.troops import parse

NAMES = (
    "countryname,year,ccode,iso3c,region,troops_ad,army_ad,navy_ad,air_force_ad,marine_corps_ad,"
    "total_selected_reserve,total_civilian"
)


def row(name: str, year: int, code: int, *counts: int) -> str:
    return ",".join([name, str(year), str(code), "NA", "Region", *map(str, counts)])


ROWS = [
    row("Japan", 1990, 740, 100, 40, 30, 20, 10, 0, 0),
    row("Japan", 1951, 740, 100, 0, 0, 0, 0, 0, 0),
    row("Japan", 2010, 740, 100, 40, 30, 20, 10, 7, 8),
    row("Swaziland", 2010, 572, 0, 0, 0, 0, 0, 0, 0),
    row("Eswatini", 2010, 572, 8, 0, 0, 1, 7, 0, 0),
    row("Greece", 1959, 350, 1592, 85, 6428, 1458, -322, 0, 0),
    row("Guam", 2010, 1008, 5, 1, 1, 1, 2, 0, 0),
    row("Azores", 1960, 1040, 5, 1, 1, 1, 2, 0, 0),
    row("United States", 2010, 2, 900, 1, 1, 1, 1, 1, 1),
]


def write(path: Path, rows=ROWS, names=NAMES) -> Path:
    file = path / "troopdata-rebuild-country-year.csv"
    file.write_text("\n".join([names, *rows]) + "\n", encoding="utf-8")
    return file


def value(frame, name: str, partner: str, year: int) -> float | None:
    rows = frame[
        (frame["indicator"] == f"troops.{name}")
        & (frame["partner"] == partner)
        & (frame["year"] == year)
    ]
    return None if rows.empty else float(rows["value"].iloc[0])


def test_counts_by_service(tmp_path):
    frame = parse(write(tmp_path).parent)
    assert value(frame, "active_duty", "JPN", 1990) == 100
    assert value(frame, "marine_corps", "JPN", 1990) == 10
    assert value(frame, "civilian", "JPN", 2010) == 8


def test_a_zero_that_means_not_published_is_missing(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "civilian", "JPN", 1990) is None
    assert value(frame, "army", "JPN", 1951) is None
    assert value(frame, "active_duty", "JPN", 1951) == 100


def test_two_names_of_one_country_are_one_partner(tmp_path):
    assert value(parse(write(tmp_path)), "active_duty", "SWZ", 2010) == 8


def test_dependencies_are_known_by_name_and_the_rest_is_told(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "active_duty", "GUM", 2010) == 5
    assert "USA" not in set(frame["partner"])
    assert frame.attrs["dropped"] == [
        "Line 7: Greece 1959, marine_corps_ad -322 is negative.",
        "United States: 1 rows of troops at home.",
        "Azores: 1 rows without a partner, 5 troop-years.",
    ]


def test_a_correction_holds_only_while_the_file_is_wrong(tmp_path):
    wrong = row("Iraq", 2007, 645, 510_000, 0, 0, 0, 0, 0, 0)
    frame = parse(write(tmp_path, [*ROWS, wrong]))
    assert value(frame, "active_duty", "IRQ", 2007) is None
    assert frame.attrs["dropped"][-1].startswith("IRQ, 2007: three times")
    mended = wrong.replace("510000", "170000")
    assert value(parse(write(tmp_path, [*ROWS, mended])), "active_duty", "IRQ", 2007) == 170_000


def test_a_year_in_which_everything_doubles_is_left_out(tmp_path):
    year = [
        row("Germany", 2008, 255, 610_000, 1, 1, 1, 1, 1, 1),
        row("Japan", 2008, 740, 9, 1, 1, 1, 1, 1, 1),
    ]
    frame = parse(write(tmp_path, [*ROWS, *year]))
    assert 2008 not in set(frame["year"])
    assert frame.attrs["dropped"][-1].startswith("All partners, 2008:")


def test_damage_is_refused(tmp_path):
    with pytest.raises(FileError, match="line 2: the column 'troops_ad' says 'many'"):
        parse(write(tmp_path, [ROWS[0].replace(",100,", ",many,")]))
    with pytest.raises(FileError, match="the header lacks 'troops_ad'"):
        parse(write(tmp_path, [], NAMES.replace("troops_ad", "x")))


@pytest.mark.publisher
def test_hosts_of_2024(publisher_data):
    """The four largest hosts in the file: Japan 55,154, Germany 36,541, South Korea 24,515, Italy 12,482."""
    frame = parse(publisher_data / "us-troops-bases-exercises")
    last = frame[(frame["indicator"] == "troops.active_duty") & (frame["year"] == 2024)]
    top = last.nlargest(4, "value").set_index("partner")["value"]
    assert top.to_dict() == {"JPN": 55_154, "DEU": 36_541, "KOR": 24_515, "ITA": 12_482}
    assert not {2008} & set(frame["year"])
    kuwait = frame[(frame["partner"] == "KWT") & frame["year"].between(2003, 2005)]
    assert kuwait.empty
