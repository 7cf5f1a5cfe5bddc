"""The Greenbook reader, on an invented workbook in the publisher's layout and on the real one."""

import re
from pathlib import Path

import openpyxl
import pytest

from comity.terms.errors import FileError
from comity.world.source import get_source
from comity.world.sources.greenbook import parse

TITLES = [
    "U.S.  Economic and Miliary Assistance Fiscal Years 1946-2020",
    "Obligations (Current $US and Constant 2020 $US)",
    "Source: US Overseas Loans & Grants [Greenbook]",
    "Prepared by USAID Data Services on August 9, 2022",
    "tq: the transition quarter of 1976",
    None,
]
HEADER = [
    "Fiscal Year",
    "Region",
    "Country",
    "Assistance Category",
    "Publication Row",
    "Funding Agency",
    "Funding Account Name",
    "Obligations (Historical Dollars)",
    "Obligations (Constant Dollars)",
]
FMF = ("Military", "Foreign Military Financing", "Department of State", "FMF Program")
NADR = (
    "Economic",
    "Nonproliferation, Anti-Terrorism, Demining & Related",
    "Department of State",
    "NADR",
)
AID = ("Economic", "Other USAID Assistance", "USAID", "INACTIVE - USAID Grants")
ROWS = [
    (1976, "Asia", "Korea, South", *FMF, 100, 400),
    (1976.9, "Asia", "Korea, South", *FMF, 20, 80),
    (2010, "Asia", "Korea, South", *FMF, -7, -9),
    (2010, "Asia", "Burma (Myanmar)", *NADR, 5, 6),
    (2010, "Asia", "Burma (Myanmar)", *AID, 50, 60),
    (2010, "World", "World (not specified)", *FMF, 1000, 1100),
]


def write(path: Path, rows=ROWS, *, header=HEADER, titles=TITLES) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Economic and Military Aid"
    for title in titles:
        sheet.append([title])
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    file = path / "us_foreignaid_greenbook.xlsx"
    book.save(file)
    return file


def value(frame, indicator: str, partner: str, year: int) -> float:
    rows = frame[
        (frame["indicator"] == f"greenbook.{indicator}")
        & (frame["partner"] == partner)
        & (frame["year"] == year)
    ]
    return float(rows["value"].iloc[0])


def test_accounts_are_added_up_in_both_dollars(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "nadr", "MMR", 2010) == 6
    assert value(frame, "nadr_current", "MMR", 2010) == 5
    assert list(frame.columns) == ["partner", "indicator", "year", "value"]


def test_the_transition_quarter_belongs_to_fiscal_year_1976(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "fmf", "KOR", 1976) == 480
    assert value(frame, "fmf_current", "KOR", 1976) == 120


def test_deobligations_stay_negative(tmp_path):
    assert value(parse(write(tmp_path)), "fmf", "KOR", 2010) == -9


def test_security_and_economic_totals_share_nothing(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "security_total", "MMR", 2010) == 6
    assert value(frame, "economic_total", "MMR", 2010) == 60


def test_regions_are_dropped_and_said(tmp_path):
    frame = parse(write(tmp_path).parent)
    assert set(frame["partner"]) == {"KOR", "MMR"}
    assert frame.attrs["dropped"] == [
        "World (not specified): 1 rows without a partner, 1,000 current US$ of obligations."
    ]


def test_every_indicator_is_described(tmp_path):
    described = {indicator.id for indicator in get_source("greenbook").indicators}
    assert set(parse(write(tmp_path))["indicator"]) <= described
    assert all(i.zero_if_absent for i in get_source("greenbook").indicators)


def test_a_new_military_row_is_refused_with_its_line(tmp_path):
    rows = [ROWS[0], (2010, "Asia", "Japan", "Military", "Space Assistance", "x", "x", 1, 1)]
    with pytest.raises(FileError, match=r"line 9: the category 'Military' with .*'Space Assist"):
        parse(write(tmp_path, rows))


def test_text_in_place_of_money_is_refused_with_its_line(tmp_path):
    rows = [ROWS[0], (2010, "Asia", "Japan", *FMF, "1,000", 5)]
    with pytest.raises(FileError, match=r"line 9: the column 'current' says '1,000'"):
        parse(write(tmp_path, rows))


def test_half_years_other_than_the_transition_quarter_are_refused(tmp_path):
    with pytest.raises(FileError, match="line 8"):
        parse(write(tmp_path, [(1980.5, "Asia", "Japan", *FMF, 1, 1)]))


def test_dollars_of_another_year_are_refused(tmp_path):
    titles = [TITLES[0], "Obligations (Current $US and Constant 2023 $US)"]
    with pytest.raises(FileError, match="constant dollars are those of 2020"):
        parse(write(tmp_path, titles=titles))


def test_another_workbook_is_refused(tmp_path):
    with pytest.raises(FileError, match="no header row"):
        parse(write(tmp_path, header=["a", "b"]))


def test_a_text_file_is_refused(tmp_path):
    file = tmp_path / "us_foreignaid_greenbook.xlsx"
    file.write_text("a,b\n1,2\n")
    with pytest.raises(FileError, match="not an Excel workbook"):
        parse(file)


@pytest.fixture(scope="module")
def real(publisher_data):
    return parse(publisher_data / "us-greenbook")


@pytest.mark.publisher
@pytest.mark.slow
def test_accounts_since_1991_carry_the_shares_of_the_survey(real):
    """Billions of current US$ with a country: totals of us-greenbook/SOURCE.md times the shares of the data survey."""
    recent = real[real["year"].between(1991, 2020)]
    billions = recent.groupby("indicator")["value"].sum() / 1e9
    printed = {
        "fmf": 149.1 * 0.992,
        "imet": 2.29 * 0.951,
        "other_military": 121.7 * 0.963,
        "counterdrug": 8.4 * 0.973,
        "ctr": 9.13 * 0.777,
        "pko": 8.2 * 0.486,
    }
    for account, expected in printed.items():
        assert billions[f"greenbook.{account}_current"] == pytest.approx(expected, rel=0.006)
    military = sum(billions[f"greenbook.{account}_current"] for account in printed)
    assert military == pytest.approx(298.9 * 0.959, rel=0.001)


@pytest.mark.publisher
@pytest.mark.slow
def test_nothing_is_lost(real):
    """The column of historical dollars adds up to 1,372,272,602,998 when summed in a spreadsheet."""
    totals = ["greenbook.security_total_current", "greenbook.economic_total_current"]
    kept = real.loc[real["indicator"].isin(totals), "value"].sum()
    said = [re.search(r"([\d,]+) current US", sentence) for sentence in real.attrs["dropped"]]
    lost = sum(int(found[1].replace(",", "")) for found in said if found)
    assert len(said) == 14
    assert kept + lost == 1_372_272_602_998


@pytest.mark.publisher
@pytest.mark.slow
def test_single_figures_as_the_extract_gives_them(real):
    """First rows of greenbook_security_by_account_fy1946_2020.csv.gz: Taiwan FY1947, Greece FY1948."""
    assert value(real, "other_military_current", "TWN", 1947) == 141_400_000
    assert value(real, "other_military", "GRC", 1948) == 1_779_372_197
