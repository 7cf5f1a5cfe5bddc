from pathlib import Path

import pytest
from openpyxl import load_workbook

from comity.reports.workbook import workbook_bytes
from comity.reports.workbook_import import read_workbook
from comity.terms.errors import FileError
from tests.reports.recalculation import convert, edit_weights


@pytest.fixture
def exported(scores, tmp_path: Path) -> Path:
    path = tmp_path / "scores.xlsx"
    path.write_bytes(workbook_bytes(scores))
    return path


def test_an_untouched_workbook_is_the_same_model(scores, exported):
    """A third has more digits than the file keeps, and still counts as unchanged."""
    read = read_workbook(exported)
    assert read.changes == ()
    assert read.model == scores.model


def test_edited_weights_come_back_with_what_changed(scores, exported, tmp_path):
    edit_weights(exported, tmp_path / "e.xlsx", {"ties": 3.5, "test.voice": 0})
    read = read_workbook(tmp_path / "e.xlsx")
    assert [(c.kind, c.id, c.after) for c in read.changes] == [
        ("construct", "ties", 3.5),
        ("indicator", "test.voice", 0),
    ]
    assert read.model.name == "small-edited"
    assert "Comity default" not in read.model.status
    expected = scores.model.with_weights({"ties": 3.5}, {"test.voice": 0})
    assert read.model.digest != scores.model.digest
    assert read.model.constructs == expected.constructs
    assert read_workbook(tmp_path / "e.xlsx", name="mine").model.name == "mine"


def edited(exported: Path, change) -> Path:
    book = load_workbook(exported)
    change(book)
    target = exported.with_name("changed.xlsx")
    book.save(target)
    return target


def set_cell(name: str, value: object):
    def change(book) -> None:
        book["Weights"][name] = value

    return change


def remove(name: str):
    return lambda book: book.remove(book[name])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (set_cell("E7", -1), "sheet 'Weights', cell E7.*'means' is negative"),
        (set_cell("E7", None), "cell E7.*'means' is empty"),
        (set_cell("E12", "  "), "cell E12.*'test.effectiveness' is empty"),
        (set_cell("E7", "much"), "cell E7.*'much'"),
        (set_cell("E7", True), "cell E7.*True"),
        (set_cell("B7", "meanings"), "no row for the construct 'means'"),
        (set_cell("B7", "ties"), "appears twice"),
        (set_cell("E5", "Wait"), "headings Kind, Id and Weight"),
        (remove("Weights"), "no sheet 'Weights'"),
        (remove("Model"), "no sheet 'Model'"),
        (lambda book: book["Model"].__setitem__("A1", "hello"), "holds no model"),
        (lambda book: book["Model"].__setitem__("A1", "comity-workbook 99"), "format 99"),
        (lambda book: book["Model"].__setitem__("A2", "name = "), "not valid TOML"),
        (
            lambda book: [set_cell(f"E{row}", 0)(book) for row in range(6, 9)],
            "All weights in one group are zero",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(exported, change, said):
    path = edited(exported, change)
    with pytest.raises(FileError, match=said):
        read_workbook(path)


def test_columns_and_rows_may_be_inserted(exported):
    def insert(book) -> None:
        book["Weights"].insert_rows(1, 2)
        book["Weights"].insert_cols(1)

    assert read_workbook(edited(exported, insert)).changes == ()


def test_other_files_are_refused(tmp_path):
    text = tmp_path / "text.xlsx"
    text.write_text("not a workbook")
    with pytest.raises(FileError, match="not an Excel workbook"):
        read_workbook(text)
    with pytest.raises(FileError, match="cannot be read"):
        read_workbook(tmp_path / "absent.xlsx")
    with pytest.raises(FileError, match="folder"):
        read_workbook(tmp_path)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_workbook_saved_by_libreoffice_is_read_back(exported, soffice, tmp_path):
    """A weight written as a formula counts with its value."""
    edit_weights(exported, tmp_path / "e.xlsx", {"ties": "=7/2"})
    with pytest.raises(FileError, match="open and save the file"):
        read_workbook(tmp_path / "e.xlsx")
    saved = convert(soffice, tmp_path / "e.xlsx", tmp_path)
    (change,) = read_workbook(saved).changes
    assert (change.id, change.after) == ("ties", 3.5)
