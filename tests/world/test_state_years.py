import pytest

from comity.terms.errors import FileError
from comity.world.edge import Cells
from comity.world.state_years import read_state_years

SERIES = {"size": "test.size"}
CELLS = {"size": Cells(low=0)}


def table(tmp_path, *rows):
    path = tmp_path / "table.csv"
    path.write_text("ccode,year,size\n" + "".join(f"{row}\n" for row in rows))
    return path


def test_missing_codes_and_rows_of_no_state(tmp_path):
    frame = read_state_years(
        table(tmp_path, "501,1990,7", "501,1991,-9", "999,1990,4"), SERIES, CELLS
    )
    assert frame[["partner", "indicator", "year", "value"]].to_numpy().tolist() == [
        ["KEN", "test.size", 1990, 7.0]
    ]
    assert "code 999 (1)" in frame.attrs["dropped"][0]


def test_row_of_the_state_that_goes_on_is_kept(tmp_path):
    path = table(tmp_path, "260,1989,1", "260,1990,2", "255,1990,3", "255,1991,4")
    frame = read_state_years(path, SERIES, CELLS)
    assert frame[["year", "value"]].to_numpy().tolist() == [[1989, 1], [1990, 3], [1991, 4]]
    assert frame.attrs["dropped"] == ["DEU 1990: two states of that time; code 260 is left out."]


def test_repeated_state_year_and_wrong_cell_are_refused(tmp_path):
    with pytest.raises(FileError, match="lines 2 and 3"):
        read_state_years(table(tmp_path, "2,1990,1", "2,1990,1"), SERIES, CELLS)
    with pytest.raises(FileError, match=r"line 2.*'size'.*'x'"):
        read_state_years(table(tmp_path, "2,1990,x"), SERIES, CELLS)
