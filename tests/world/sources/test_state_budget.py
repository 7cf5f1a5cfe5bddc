"""The reader of the State Department's budget tables, on invented sheets whose headers drift as theirs do."""

from pathlib import Path

import openpyxl
import pytest

from comity.terms.errors import FileError
from comity.world.sources.state_budget import parse

ENACTED = [
    (
        "$ in thousands for all items",
        "All Accounts",
        "ESF",
        "INCLE",
        "NADR",
        "IMET",
        "FMF",
        "PKO",
        "Year",
    ),
    ("TOTAL", 99, 9, 8, 7, 6, 5, 4, 2014),
    ("Africa", 99, 9, 8, 7, 6, 5, 4, 2014),
    ("Ghana", 10, "-", "-", 3, 2, 1, "-", 2014),
    ("Democratic Republic of the  Congo", 10, "-", "-", "-", 2, None, 30, 2014),
    ("Peace Corps", 5, "-", "-", "-", "-", "-", "-", 2014),
    (None, None, None, None, None, None, None, None, None),
    ("http://www.state.gov/documents/organization/1.pdf", *[None] * 8),
]
# Two header lines, another order and the account columns elsewhere, as in the sheet for FY2009.
EARLY = [
    (None, None, "Total without GHCS-State", None, None, None, None, None),
    (None, "Total", None, "PKO", "IMET", "FMF", "NADR", "INCLE"),
    ("Ghana", 1, 1, 50, 40, 30, 20, 10),
]
REQUEST = [
    ("($ in thousands)", "FMF", "IMET", "INCLE", "NADR", "PKO"),
    ("Ghana", 7, "-", "-", "-", "-"),
]


def write(path: Path, sheets) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = path / "STATE_budget_by_country.xlsx"
    book.save(file)
    return file


@pytest.fixture
def frame(tmp_path):
    return parse(write(tmp_path, {"FY17 (r)": REQUEST, "FY14": ENACTED, "FY09": EARLY}).parent)


def value(frame, name: str, partner: str, year: int) -> float | None:
    rows = frame[
        (frame["indicator"] == f"state_budget.{name}")
        & (frame["partner"] == partner)
        & (frame["year"] == year)
    ]
    return None if rows.empty else float(rows["value"].iloc[0])


def test_thousands_become_dollars(frame):
    assert value(frame, "nadr", "GHA", 2014) == 3000
    assert value(frame, "pko", "COD", 2014) == 30_000


def test_columns_are_found_by_name_wherever_they_stand(frame):
    found = [value(frame, name, "GHA", 2009) for name in ("incle", "nadr", "fmf", "imet", "pko")]
    assert found == [10_000, 20_000, 30_000, 40_000, 50_000]


def test_a_dash_is_zero_and_an_empty_cell_is_missing(frame):
    assert value(frame, "pko", "GHA", 2014) == 0
    assert value(frame, "fmf", "COD", 2014) is None


def test_requests_stand_apart(frame):
    assert value(frame, "fmf_request", "GHA", 2017) == 7000
    assert value(frame, "fmf", "GHA", 2017) is None


def test_totals_and_bureaus_are_told(frame):
    assert (
        "TOTAL: 1 rows without a partner, 30,000 current US$ in the five accounts."
        in frame.attrs["dropped"]
    )
    assert frame.attrs["dropped"][1].startswith("Names without such money: 2 rows")


def test_a_sheet_without_a_year_is_refused(tmp_path):
    with pytest.raises(FileError, match="a sheet is called 'Notes'"):
        parse(write(tmp_path, {"Notes": REQUEST}))


def test_a_sheet_without_the_accounts_is_refused(tmp_path):
    with pytest.raises(FileError, match="the sheet 'FY14' has no header row"):
        parse(write(tmp_path, {"FY14": [("a", "b")]}))


def test_words_in_place_of_money_are_refused(tmp_path):
    rows = [REQUEST[0], ("Ghana", "some", "-", "-", "-", "-")]
    with pytest.raises(FileError, match="line 2: the column 'FMF' says 'some'"):
        parse(write(tmp_path, {"FY14": rows}))


@pytest.mark.publisher
@pytest.mark.slow
def test_fmf_of_the_sheets(publisher_data):
    """The sheets' TOTAL rows print FMF of 5,865,946 (FY2015) and 5,713,963 (FY2017) thousand US$."""
    frame = parse(publisher_data / "state-budget-by-country")
    fmf = frame[frame["indicator"].isin(["state_budget.fmf", "state_budget.fmf_request"])]
    sums = fmf.groupby("year")["value"].sum() / 1e9
    # Less than the totals by what is budgeted for regions and for State's own administration.
    assert 0.94 < sums[2015] / 5.865946 < 1
    assert 0.96 < sums[2017] / 5.713963 < 1
    assert sorted(sums.index) == list(range(2008, 2018))
    israel = fmf[(fmf["partner"] == "ISR") & (fmf["year"] == 2015)]["value"].iloc[0]
    assert israel == 3_100_000_000
