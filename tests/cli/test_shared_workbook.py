import io
from datetime import date

import openpyxl
import pytest

from comity.cli import shared_workbook
from comity.cli.shared_workbook import workbook_bytes
from comity.terms.errors import InputError

ROWS = [
    {"partner": "KEN", "score": 0.25, "year": 2022, "money": 1_234_567, "when": date(2022, 3, 1)},
    {"partner": "=1+1", "score": float("nan"), "year": 2021, "money": 5, "when": None},
]
NAMES = ["partner", "score", "year", "money", "when"]


def sheet(rows=ROWS, names=NAMES, title="Scores"):
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(rows, names, title))).active


def test_cells_keep_their_values():
    cells = [[cell.value for cell in row] for row in sheet().iter_rows()]
    assert cells[0] == NAMES
    assert cells[1][:4] == ["KEN", 0.25, 2022, 1_234_567]
    assert cells[1][4].date() == date(2022, 3, 1)
    assert cells[2] == ["=1+1", None, 2021, 5, None]


def test_text_is_never_a_formula():
    assert sheet()["A3"].data_type == "s"


def test_numbers_are_formatted_by_size_and_years_have_no_separator():
    formats = [sheet().cell(2, column).number_format for column in range(1, 6)]
    assert formats == ["General", "0.000", "0", "#,##0", "yyyy-mm-dd"]


def test_the_header_is_frozen_and_filtered_and_columns_are_wide_enough():
    found = sheet()
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref == "A1:E3"
    assert found.column_dimensions["D"].width >= len("1,234,567")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Partners: AFRICOM [2022]", "Partners  AFRICOM  2022"),
        ("x" * 40, "x" * 31),
        ("''", "Table"),
    ],
)
def test_any_title_gives_a_name_that_excel_takes(title, name):
    assert sheet(title=title).title == name


def test_an_empty_answer_is_an_empty_table():
    assert [cell.value for cell in sheet(rows=[])[1]] == NAMES
    assert sheet(rows=[], names=[]).max_row == 1


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(shared_workbook, "_MOST_ROWS", 1)
    with pytest.raises(InputError, match="use --csv"):
        sheet()
