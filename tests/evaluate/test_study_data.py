import numpy as np
import pandas as pd
import pytest

from comity.evaluate.study_data import edition, read_table, table_of
from comity.terms.errors import FileError, UnknownName


def write(folder, text, name="d.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_numbers_and_words(tmp_path):
    table = read_table(write(tmp_path, "\ufeffunit,y,kind\na,1.5,p\nb,NA,\n"), unit="unit")
    assert np.array_equal(table.numbers("y"), [1.5, np.nan], equal_nan=True)
    assert table.column("unit").tolist() == ["a", "b"]
    assert table.unit == "unit"


def test_namibia_is_no_gap_in_a_quoted_country_code_but_na_is():
    """NA is the usual mark of a gap; three-letter codes are safe."""
    assert table_of(pd.DataFrame({"c": ["NAM"]})).column("c").tolist() == ["NAM"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("a,b\n", "no rows"),
        ("a,a\n1,2\n", "names a twice"),
        (b"a,b\n\xff\xfe,1\n", "no CSV"),
        ("a,b\n1,2\n1,2,3,4\n", "no CSV"),
    ],
)
def test_bad_files_are_refused_in_words(tmp_path, text, words):
    with pytest.raises(FileError, match=words):
        read_table(write(tmp_path, text))


def test_a_missing_file_and_an_unknown_column_are_refused(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(UnknownName, match="'units'"):
        read_table(write(tmp_path, "unit,y\na,1\n"), unit="units")


def test_the_edition_follows_the_values(tmp_path):
    a = read_table(write(tmp_path, "u,y\na,1\n"))
    b = read_table(write(tmp_path, "u,y\na,2\n"))
    c = read_table(write(tmp_path, "y,u\n1,a\n"))
    assert edition(a) != edition(b)
    assert edition(a) == edition(c)
