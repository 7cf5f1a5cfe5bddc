"""Guards on other people's delimited text: one sentence, bounded memory, the line named."""

import gzip
import tracemalloc
from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.reading import read_delimited, read_frame, read_header, to_numbers


def write(folder: Path, text: str | bytes, name: str = "data.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(FileError) as caught:
        read_frame(path, **{"required": ["code", "year"], **options})
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_reads_rows_keeps_other_columns_and_drops_the_byte_order_mark(tmp_path):
    path = write(tmp_path, '\ufeffcode,year,more\nKEN,2020,a\n\n"GHA",2021,"b,c"\r\n')
    rows = read_delimited(path, required=["code", "year"])
    assert rows == [
        {"code": "KEN", "year": "2020", "more": "a"},
        {"code": "GHA", "year": "2021", "more": "b,c"},
    ]


def test_header_is_read_alone(tmp_path):
    path = write(tmp_path, "code, year\n1,2,3,4\n")
    assert read_header(path) == ["code", "year"]
    with pytest.raises(FileError, match="empty"):
        read_header(write(tmp_path, ""))


def test_index_of_the_frame_is_the_line_in_the_file(tmp_path):
    path = write(tmp_path, 'code,year\nKEN,2020\n\n"G\nHA",2021\n')
    frame = read_frame(path, required=["code"])
    assert list(frame.index) == [2, 5]
    assert frame.index.name == "line"


def test_frame_keeps_only_the_columns_asked_for_in_their_order(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("a,b,c\n1,2,3\n4,5,6\n", encoding="utf-8")
    frame = read_frame(path, required=["a", "c"], keep=["c", "a"], unique=["a"])
    assert frame.to_dict("list") == {"c": ["3", "6"], "a": ["1", "4"]}
    assert frame.index.tolist() == [2, 3]


def test_gzip_is_known_by_its_bytes_not_its_name(tmp_path):
    path = write(tmp_path, gzip.compress(b"code,year\nKEN,2020\n"), "data.csv")
    assert read_delimited(path, required=["code"])[0]["code"] == "KEN"


def test_cut_gzip_is_refused(tmp_path):
    packed = gzip.compress(b"code,year\n" + b"KEN,2020\n" * 1000)
    assert "cannot be read to its end" in refusal(write(tmp_path, packed[:-20]))


def test_missing_columns_are_named_with_what_came(tmp_path):
    said = refusal(write(tmp_path, "iso,period\nKEN,2020\n"))
    assert "lacks 'code', 'year'" in said
    assert "it has iso, period" in said


def test_semicolons_are_named_as_the_mistake(tmp_path):
    assert "not ';'" in refusal(write(tmp_path, "code;year\nKEN;2020\n"))


def test_latin_1_byte_is_named_with_its_line_and_place(tmp_path):
    said = refusal(write(tmp_path, b"code,year\nKEN,2020\nC\xf4te,2020\n"))
    assert "line 3" in said
    assert "byte 2 is 0xF4, which is not UTF-8" in said


def test_latin_1_is_read_where_the_publisher_uses_it(tmp_path):
    path = write(tmp_path, b"code,year\nC\xf4te,2020\n")
    assert read_delimited(path, required=["code"], encoding="latin-1")[0]["code"] == "Côte"


def test_two_gigabyte_line_is_refused_with_little_memory(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)  # a sparse file: it takes no room on the disk
        stream.seek(0)
        stream.write(b"code,year," + b"x" * 2_000_000)
    tracemalloc.start()
    said = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "line 1" in said
    assert "longer than 1,000,000 bytes" in said
    assert peak < 20_000_000


def test_long_line_is_refused_wherever_it_stands(tmp_path):
    said = refusal(write(tmp_path, "code,year\nKEN,2020\n" + "x" * 2000), max_line=1000)
    assert "line 3" in said


def test_endless_quoted_field_is_refused(tmp_path):
    said = refusal(write(tmp_path, 'code,year\n"KEN' + "\nabcdefgh" * 50_000))
    assert "field larger than field limit" in said


@pytest.mark.parametrize(
    ("first", "kind"),
    [(b"PK\x03\x04rest", "workbook"), (b"\xff\xfec\0", "UTF-16"), (b"%PDF-1.7", "PDF")],
)
def test_other_kinds_of_file_are_named(tmp_path, first, kind):
    assert kind in refusal(write(tmp_path, first))


def test_zero_byte_folder_absent_file_and_empty_file(tmp_path):
    assert "line 2" in refusal(write(tmp_path, b"code,year\nK\0N,2020\n"))
    assert "folder" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "absent.csv")
    assert "empty" in refusal(write(tmp_path, ""))


def test_row_with_other_number_of_fields_names_its_line(tmp_path):
    said = refusal(write(tmp_path, "code,year\nKEN,2020\nKEN,2021,7\n"))
    assert "line 3" in said
    assert "3 fields where the header has 2" in said


def test_header_that_names_a_column_twice(tmp_path):
    assert "year more than once" in refusal(write(tmp_path, "code,year,year\nKEN,2020,2020\n"))


def test_duplicates_give_both_lines(tmp_path):
    path = write(tmp_path, "code,year\nKEN,2020\nGHA,2020\nKEN,2020\n")
    said = refusal(path, unique=["code", "year"])
    assert "1 repeated code-year: KEN 2020 (lines 2 and 4)" in said
    assert len(read_frame(path, required=["code"])) == 3


def test_at_most_five_duplicates_are_shown(tmp_path):
    path = write(tmp_path, "code,year\n" + "".join(f"K{i % 9},2020\n" for i in range(18)))
    said = refusal(path, unique=["code", "year"])
    assert said.count("lines") == 6  # five keys and the mend
    assert "and 4 more" in said


def test_numbers_know_missing_from_wrong(tmp_path):
    path = write(tmp_path, "code,year\nA,1.5\nB,NA\nC,\nD, 2 \n")
    frame = read_frame(path, required=["code", "year"])
    numbers = to_numbers(frame, "year", path)
    assert numbers.tolist()[::3] == [1.5, 2.0]
    assert numbers.isna().tolist() == [False, True, True, False]


@pytest.mark.parametrize("cell", ["x", "inf", "11", "1,5"])
def test_wrong_number_names_line_and_cell(tmp_path, cell):
    path = write(tmp_path, f'code,year\nA,1\nB,"{cell}"\n')
    frame = read_frame(path, required=["code", "year"])
    with pytest.raises(FileError, match=r"line 3.*expected a number from 0 to 10") as caught:
        to_numbers(frame, "year", path, between=(0, 10))
    assert repr(cell) in str(caught.value)


def test_rows_with_their_lines(tmp_path):
    from comity.world.reading import read_numbered

    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n\n3,4\n")
    assert read_numbered(path, required=("a",)) == [
        (2, {"a": "1", "b": "2"}),
        (4, {"a": "3", "b": "4"}),
    ]
