"""The edge refuses what a stranger's file can get wrong, with the place and the mend."""

from pathlib import Path

import pandas as pd
import pytest

from comity.terms.errors import FileError
from comity.world.edge import (
    YEAR,
    Cells,
    checked,
    figures,
    locate,
    locate_all,
    map_codes,
    reading_from,
    settled,
    zeros_unknown,
)

FILE = Path("some.csv")


def text(**columns: list[object]) -> pd.DataFrame:
    frame = pd.DataFrame(columns, dtype=object)
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="line")
    return frame


def refusal(frame: pd.DataFrame, **columns: Cells) -> FileError:
    with pytest.raises(FileError) as caught:
        checked(frame, columns, FILE)
    return caught.value


def test_a_file_is_itself_and_a_folder_is_searched_in_the_order_of_the_patterns(tmp_path):
    for name in ("Old_v1.csv", "old_v2.csv", "new.csv"):
        (tmp_path / name).write_text("x")
    assert locate(tmp_path / "new.csv", ["old*"]) == tmp_path / "new.csv"
    assert locate(tmp_path, ["none*", "old*.csv"]).name == "old_v2.csv"
    assert [p.name for p in locate_all(tmp_path, ["old*"])] == ["Old_v1.csv", "old_v2.csv"]


def test_a_folder_without_the_file_and_no_folder_at_all(tmp_path):
    with pytest.raises(FileError, match=r"no file named like 'a\.csv' or 'b\.csv'"):
        locate(tmp_path, ["a.csv", "b.csv"])
    with pytest.raises(FileError, match="no such file or folder"):
        locate(tmp_path / "gone", ["a.csv"])


def test_numbers_years_and_missing_marks(tmp_path):
    frame = text(year=["1999", "2000"], value=["1.5", ".."], name=["a", "b"])
    answer = checked(frame, {"year": YEAR, "value": Cells(0, 2)}, FILE)
    assert answer["year"].tolist() == [1999, 2000]
    assert answer["value"].tolist()[0] == 1.5
    assert pd.isna(answer["value"].iloc[1])
    assert answer["name"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("many", "says 'many'; expected a number from 0 to 2 or an empty cell"),
        ("2.5", "says '2.5'; expected a number from 0 to 2"),
        ("-0.1", "says '-0.1'"),
        ("inf", "says 'inf'"),
    ],
)
def test_a_wrong_cell_is_named_with_line_column_and_expectation(cell, says):
    problem = refusal(text(value=["1", cell]), value=Cells(0, 2))
    assert says in str(problem)
    assert "the column 'value'" in str(problem)
    assert problem.line == 3
    assert problem.path == "some.csv"


def test_the_first_of_several_wrong_cells_is_shown():
    problem = refusal(
        text(value=["1", "9", "8"], more=["1", "1", "7"]), value=Cells(0, 2), more=Cells(0, 2)
    )
    assert problem.line == 3
    assert "'9'" in str(problem)


@pytest.mark.parametrize(("cell", "says"), [("", "is empty"), ("1999.5", "1999.5"), ("99", "99")])
def test_a_year_must_be_there_and_whole_and_in_our_time(cell, says):
    problem = refusal(text(year=["1999", cell]), year=YEAR)
    assert says in str(problem)
    assert "expected a whole number from 1700 to 2100" in str(problem)
    assert problem.line == 3


def test_half_a_year_in_a_workbook_is_refused_and_a_whole_one_is_a_number():
    assert "says 1999.5" in str(refusal(text(year=[1999.5]), year=YEAR))
    assert checked(text(year=[1999.0]), {"year": YEAR}, FILE)["year"].tolist() == [1999]


@pytest.mark.parametrize("cells", [YEAR, Cells(0, 3000, whole=True)])
def test_a_half_in_a_column_that_is_already_numbers_is_refused_and_never_cut(cells):
    frame = text(year=[1980.0, 1980.5]).astype(float)
    problem = refusal(frame, year=cells)
    assert "says 1980.5; expected a whole number" in str(problem)
    assert problem.line == 3


def test_empty_cells_of_a_column_of_text_are_missing():
    frame = text(value=["", "2"]).astype("str")
    assert checked(frame, {"value": Cells()}, FILE)["value"].isna().tolist() == [True, False]


def test_what_was_expected_is_said_in_words():
    assert Cells().describe() == "a number or an empty cell"
    assert Cells(low=0, empty=False).describe() == "a number of 0 or more"
    assert YEAR.describe() == "a whole number from 1700 to 2100"


def long(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["partner", "place", "year", "value"])
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="line")
    return frame.assign(indicator="a.b", error=float("nan"))


def test_codes_are_read_in_the_year_of_their_row():
    frame = pd.DataFrame({"code": ["260", "260", "255"], "year": [1989, 1995, 1995]})
    assert map_codes(frame, "cow", "code") == ["DEU", "", "DEU"]


def test_columns_become_rows_with_their_errors_and_nothing_empty_or_early():
    frame = pd.DataFrame(
        {
            "partner": ["KEN", "KEN", "", "KEN"],
            "place": ["Kenya", "Kenya", "Africa", "Kenya"],
            "year": [2001, 2000, 2000, 1984],
            "a": [1.0, None, 3.0, 4.0],
            "b": [5.0, 6.0, 7.0, 8.0],
            "se": [0.1, 0.2, 0.3, 0.4],
        }
    )
    answer = figures(frame, {"a": "s.a", "b": "s.b"}, path=FILE, errors={"b": "se"})
    assert answer.columns.tolist() == ["partner", "indicator", "year", "value", "error"]
    assert answer[["indicator", "year", "value"]].to_numpy().tolist() == [
        ["s.a", 2001, 1.0],
        ["s.b", 2000, 6.0],
        ["s.b", 2001, 5.0],
    ]
    assert answer["error"].iloc[1:].tolist() == [0.2, 0.1]
    assert pd.isna(answer["error"].iloc[0])
    assert answer.attrs["dropped"] == [
        "Left out 2 figures from 1985 on, of 1 place that Comity has no partner for: Africa (2)."
    ]


def test_many_places_without_a_partner_are_counted_and_a_few_named():
    rows = [("", f"Area {i}", 2000 + j, 1.0) for i in range(8) for j in range(i + 1)]
    sentence = settled(long(*rows), path=FILE).attrs["dropped"][0]
    assert sentence.startswith("Left out 36 figures from 1985 on, of 8 places that")
    assert sentence.endswith(
        "Area 7 (8), Area 6 (7), Area 5 (6), Area 4 (5), Area 3 (4), Area 2 (3) and 2 more."
    )


def test_two_figures_for_one_partner_and_year_are_refused_with_both_lines():
    rows = long(("KEN", "Kenya", 2000, 1.0), ("GHA", "Ghana", 2000, 1.0), ("KEN", "KEN", 2000, 2.0))
    with pytest.raises(FileError, match="'Kenya' on line 2 and 'KEN' on line 4") as caught:
        settled(rows, path=FILE)
    assert "two figures of a.b for KEN in 2000" in str(caught.value)


def test_two_figures_without_known_lines_name_the_places_only():
    rows = long(("KEN", "Kenya", 2000, 1.0), ("KEN", "KEN", 2000, 2.0)).rename_axis(None)
    with pytest.raises(FileError, match="'Kenya' and 'KEN'"):
        settled(rows, path=FILE)


def test_zeros_that_stand_for_nothing_known_are_left_out_and_named():
    frame = settled(long(("KEN", "Kenya", 2000, 0.0), ("GHA", "Ghana", 2000, 1.0)), path=FILE)
    answer = zeros_unknown(frame, "a.b")
    assert answer["partner"].tolist() == ["GHA"]
    assert answer.attrs["dropped"] == ["Read 1 zero of a.b as unknown: KEN."]
    assert zeros_unknown(frame, "a.c").attrs["dropped"] == []
    assert frame.attrs["dropped"] == []


def test_readers_keep_earlier_years_only_where_somebody_looks_back():
    rows = pd.DataFrame({"partner": ["KEN", "KEN"], "place": "Kenya", "indicator": "sfi.total",
                         "year": [1970, 1990], "value": 1.0, "error": float("nan")})  # fmt: skip
    assert settled(rows, path=Path("x"))["year"].tolist() == [1990]
    with reading_from(1960):
        assert settled(rows, path=Path("x"))["year"].tolist() == [1970, 1990]
    assert len(settled(rows, path=Path("x"))) == 1
