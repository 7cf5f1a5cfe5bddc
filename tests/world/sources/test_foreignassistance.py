"""The reader of ForeignAssistance.gov's country summary."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources.foreignassistance import parse

HEADER = (
    "Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,"
    "Transaction Type ID,Transaction Type Name,Fiscal Year,current_amount,constant_amount"
)
ROWS = [
    "COG,Congo,5,Sub-Saharan Africa,LMIC,x,2,Obligations,2023,100,110",
    "COG,Congo,5,Sub-Saharan Africa,LMIC,x,2,Obligations,2024,-50,-50",
    "COG,Congo,5,Sub-Saharan Africa,LMIC,x,3,Disbursements,2024,7,7",
    "CS-KM,Kosovo,1,Europe,UMIC,x,2,Obligations,1976,10,40",
    "CS-KM,Kosovo,1,Europe,UMIC,x,2,Obligations,1976tq,1,4",
    ",Czechoslovakia (former),1,Europe,UMIC,x,2,Obligations,1990,5,9",
    "WLD,World,7,World,OTHER,x,2,Obligations,2024,1000,1000",
    "GHA,Ghana,5,Sub-Saharan Africa,LMIC,x,2,Obligations,2025,3,2",
    "GHA,Ghana,5,Sub-Saharan Africa,LMIC,x,18,President's Budget Requests,2024,4,4",
]


def write(path: Path, rows=ROWS, header=HEADER) -> Path:
    file = path / "us_foreign_aid_country.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def value(frame, name: str, partner: str, year: int) -> float:
    rows = frame[
        (frame["indicator"] == f"foreignassistance.{name}")
        & (frame["partner"] == partner)
        & (frame["year"] == year)
    ]
    return float(rows["value"].iloc[0])


def test_amounts_by_partner_and_year(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "obligations_total", "COG", 2023) == 110
    assert value(frame, "obligations_total_current", "COG", 2024) == -50
    assert value(frame, "disbursements_total", "COG", 2024) == 7


def test_former_states_and_odd_codes_are_known_by_name(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "obligations_total_current", "CSK", 1990) == 5
    assert value(frame, "obligations_total_current", "XKX", 1976) == 11


def test_the_unfinished_year_is_left_out_and_told(tmp_path):
    frame = parse(write(tmp_path).parent)
    assert frame["year"].max() == 2024
    assert "Fiscal year 2025: 1 rows of an unfinished year." in frame.attrs["dropped"]
    assert "World: 1 rows without a partner, 1,000 current US$." in frame.attrs["dropped"]


def test_constant_dollars_of_another_year_are_left_out_and_told(tmp_path):
    rows = [*ROWS, "GHA,Ghana,5,Sub-Saharan Africa,LMIC,x,2,Obligations,2024,100,120"]
    frame = parse(write(tmp_path, rows))
    assert "foreignassistance.obligations_total" not in set(frame["indicator"])
    assert any("constant dollars are not those of 2024" in said for said in frame.attrs["dropped"])


def test_a_damaged_amount_is_refused_with_its_line(tmp_path):
    with pytest.raises(FileError, match="line 2: the column 'current' says 'n/a'"):
        parse(write(tmp_path, [ROWS[0].replace(",100,", ",n/a,")]))


def test_another_file_is_refused(tmp_path):
    with pytest.raises(FileError, match="the header lacks"):
        parse(write(tmp_path, ["1,2"], "a,b"))


@pytest.mark.publisher
@pytest.mark.slow
def test_summary_agrees_with_the_greenbook(publisher_data):
    """The data survey found a median ratio of 1.000 and 5th to 95th percentiles of 0.979 to 1.007."""
    import pandas as pd

    from comity.world.sources import greenbook

    book = greenbook.parse(publisher_data / "us-greenbook")
    both = book[
        book["indicator"].isin(
            ["greenbook.security_total_current", "greenbook.economic_total_current"]
        )
    ]
    old = both.groupby(["partner", "year"])["value"].sum()
    frame = parse(publisher_data / "foreignassistance-country-summary")
    mine = frame[frame["indicator"] == "foreignassistance.obligations_total_current"]
    new = mine.set_index(["partner", "year"])["value"]
    paired = pd.concat([old, new], axis=1, join="inner", keys=["old", "new"])
    recent = paired[(paired.index.get_level_values("year") >= 1991) & (paired["old"] > 0)]
    ratio = recent["old"] / recent["new"]
    assert ratio.median() == pytest.approx(1.0, abs=0.0005)
    assert ratio.quantile(0.05) == pytest.approx(0.979, abs=0.003)
    assert ratio.quantile(0.95) == pytest.approx(1.007, abs=0.004)
    assert len(recent) > 4_600
