import pandas as pd
import pytest

from comity.terms.errors import InputError
from comity.world.checking import COLUMNS, check_frame
from tests.world.small_source import make_source

GOOD = [("KEN", "alpha.score", 2000, 1.0, 0.5), ("KEN", "alpha.score", 2001, 2.0, None)]


def frame(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame([*GOOD, *rows], columns=list(COLUMNS))


def test_good_frame_keeps_its_rows_and_sentences():
    given = frame()
    given.attrs["dropped"] = ["One row."]
    given.attrs["not_reported"] = [("FRA", 2000, 2001)]
    checked = check_frame(given.drop(columns="error"), make_source())
    assert list(checked.columns) == list(COLUMNS)
    assert checked["error"].isna().all()
    assert checked.attrs["dropped"] == ["One row."]
    assert checked.attrs["not_reported"] == [("FRA", 2000, 2001)]
    assert check_frame(frame(), make_source())["error"].tolist()[0] == 0.5


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("XXX", "alpha.score", 2000, 1.0, None), "partner 'XXX' is no partner"),
        (("KEN", "alpha.other", 2000, 1.0, None), "indicator 'alpha.other' is not described"),
        (("KEN", "alpha.aid", 200, 1.0, None), "year 200 is no year"),
        (("KEN", "alpha.aid", 2000, float("inf"), None), "value inf is not finite"),
        (("KEN", "alpha.aid", 2000, None, None), "value nan"),
        (("KEN", "alpha.aid", 2000, 1.0, -0.1), "error -0.1 is negative"),
        (("KEN", "alpha.score", 2001, 3.0, None), "KEN alpha.score 2001 comes twice"),
    ],
)
def test_rows_that_cannot_be_right_are_named(row, said):
    with pytest.raises(InputError) as caught:
        check_frame(frame(row), make_source())
    assert said in str(caught.value)
    assert "'alpha'" in str(caught.value)


def test_missing_column_and_empty_frame():
    with pytest.raises(InputError, match="no column year"):
        check_frame(frame().drop(columns="year"), make_source())
    with pytest.raises(InputError, match="no row at all"):
        check_frame(frame().iloc[:0], make_source())
