"""The reader of US military construction."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.construction import parse

TEXT = """countryname,ccode,iso3c,year,location,lat,lon,spend_construction
United States,2,USA,2008,Fort Hood,31.2,-97.7,47000
Korea,732,KOR,2008,Camp Humphreys,36.9,127.0,100
South Korea,732,KOR,2008,Osan,37.1,127.0,20
Kwajalein,NA,NA,2009,Kwajalein,8.7,167.7,5
Qatar,694,QAT,2009,Al Udeid,25.1,51.3,-3
Worldwide Unspecified,NA,NA,2009,Unspecified,NA,NA,900
"""


def write(path: Path, text=TEXT) -> Path:
    file = path / "builddata.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_thousands_become_dollars_and_names_one_partner(tmp_path):
    frame = parse(write(tmp_path).parent).set_index(["partner", "year"])["value"]
    assert frame.to_dict() == {("KOR", 2008): 120_000, ("MHL", 2009): 5000, ("QAT", 2009): -3000}


def test_what_has_no_place_is_told(tmp_path):
    assert parse(write(tmp_path)).attrs["dropped"] == [
        "Worldwide Unspecified: 1 rows without a partner, 900,000 current US$.",
        "United States: 1 rows, 47,000,000 current US$.",
    ]


def test_an_empty_amount_is_refused(tmp_path):
    with pytest.raises(FileError, match="line 3: the column 'spend_construction'"):
        parse(write(tmp_path, TEXT.replace(",100\n", ",\n")))


@pytest.mark.publisher
def test_every_dollar_is_somewhere(publisher_data):
    """5,532 rows; the column adds up to 167,116,551 thousand US$ in a spreadsheet."""
    frame = parse(publisher_data / "us-troops-bases-exercises")
    lost = sum(
        int(said.split(", ")[-1].split(" ")[0].replace(",", "")) for said in frame.attrs["dropped"]
    )
    assert frame["value"].sum() + lost == 167_116_551_000
    assert (frame["year"].min(), frame["year"].max()) == (2008, 2019)
