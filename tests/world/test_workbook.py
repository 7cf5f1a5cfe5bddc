"""Workbooks as rows, and what is refused."""

from zipfile import ZipFile

import openpyxl
import pytest

from comity.terms.errors import FileError
from comity.world import workbook
from comity.world.workbook import find_header, read_sheets


def write(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "First"
    for row in rows:
        book.active.append(row)
    book.create_sheet("Second").append(["x"])
    file = path / "book.xlsx"
    book.save(file)
    return file


def test_sheets_in_their_order(tmp_path):
    sheets = dict(read_sheets(write(tmp_path, [("a", 1), (None, 2.5)])))
    assert sheets == {"First": [("a", 1), (None, 2.5)], "Second": [("x",)]}


def test_the_header_is_found_below_titles(tmp_path):
    rows = [("title",), (None,), (" Year ", "Country"), (2001, "Ghana")]
    assert find_header(tmp_path, "First", rows, ["year", "COUNTRY"]) == 2
    with pytest.raises(FileError, match="the sheet 'First' has no header row with 'Region'"):
        find_header(tmp_path, "First", rows, ["Region"])


def test_text_is_refused(tmp_path):
    file = tmp_path / "book.xlsx"
    file.write_text("a,b\n")
    with pytest.raises(FileError, match="not an Excel workbook"):
        list(read_sheets(file))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileError, match="cannot be opened"):
        list(read_sheets(tmp_path / "book.xlsx"))


def test_a_damaged_workbook_is_refused(tmp_path):
    file = write(tmp_path, [("a",)])
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(FileError, match="is a damaged workbook"):
        list(read_sheets(file))


def test_another_zip_file_is_refused(tmp_path):
    file = tmp_path / "book.xlsx"
    with ZipFile(file, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(FileError, match="is a damaged workbook"):
        list(read_sheets(file))


def test_a_damaged_old_workbook_is_refused(tmp_path):
    file = tmp_path / "book.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 600)
    with pytest.raises(FileError, match="is a damaged workbook"):
        list(read_sheets(file))


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    file = write(tmp_path, [("a",)] * 20)
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    with pytest.raises(FileError, match="has more than 10 rows"):
        list(read_sheets(file))
    monkeypatch.setattr(workbook, "MAX_BYTES", 10)
    with pytest.raises(FileError, match="unpacks to more than 10 bytes"):
        list(read_sheets(file))


@pytest.mark.publisher
def test_an_old_workbook(publisher_data):
    """SOURCE.md: 1,790 rows on the sheet Sheet1_2, below one header."""
    sheets = dict(read_sheets(publisher_data / "us-troops-bases-exercises" / "jme_v3.xls"))
    assert len(sheets["Sheet1_2"]) == 1_791
