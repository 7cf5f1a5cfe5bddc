import openpyxl
import pytest

from comity.terms.errors import FileError
from comity.world.sheets import blank, read_table


def book(path, rows, title="Data"):
    made = openpyxl.Workbook()
    made.active.title = "Notes"
    made.active.append(["Invented"])
    sheet = made.create_sheet(title)
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def test_text_and_workbook_give_the_same_table(tmp_path):
    text = tmp_path / "a.csv"
    text.write_text("ccode,name,year\n2,x,1990\n20,y,1991\n")
    sheet = book(
        tmp_path / "a.xlsx", [["Title"], ["ccode", "name", "year"], [2, "x", 1990], [20, "y", 1991]]
    )
    one, two = (read_table(path, ["ccode", "year"]) for path in (text, sheet))
    assert one["ccode"].tolist() == ["2", "20"]
    assert two["ccode"].tolist() == [2, 20]
    assert list(one.index) == [2, 3]
    assert list(two.index) == [3, 4]


def test_other_editions_names_are_understood(tmp_path):
    names = {"cyear": "year", "Country code": "ccode"}
    text = tmp_path / "a.csv"
    text.write_text("Country code,cyear\n2,1990\n")
    sheet = book(tmp_path / "a.xlsx", [["Country code", "cyear"], [2, 1990]])
    for path in (text, sheet):
        assert list(read_table(path, ["ccode", "year"], other_names=names).columns) == [
            "ccode",
            "year",
        ]


def test_missing_columns_and_repeats_are_refused(tmp_path):
    text = tmp_path / "a.csv"
    text.write_text("ccode,year\n2,1990\n2,1990\n")
    with pytest.raises(FileError, match="lacks 'milex'"):
        read_table(text, ["ccode", "milex"])
    with pytest.raises(FileError, match="repeated ccode-year"):
        read_table(text, ["ccode", "year"], unique=["ccode", "year"])
    with pytest.raises(FileError, match="no header row with"):
        read_table(book(tmp_path / "a.xlsx", [["x"], [1]]), ["ccode"])
    with pytest.raises(FileError, match="no such file"):
        read_table(tmp_path / "absent.csv", ["ccode"])


def test_wrong_file_is_known_by_its_header_first(tmp_path):
    text = tmp_path / "a.csv"
    text.write_text("root:x:0\na,b,c\n")
    with pytest.raises(FileError, match=r"line 1.*lacks 'ccode'"):
        read_table(text, ["ccode"])


def test_codes_for_missing_become_empty(tmp_path):
    text = tmp_path / "a.csv"
    text.write_text("ccode,year\n-9,-9.0\n2,-99\n")
    assert blank(read_table(text, ["ccode", "year"]), ["year"], ["-9"]).to_numpy().tolist() == [
        ["-9", ""],
        ["2", "-99"],
    ]
