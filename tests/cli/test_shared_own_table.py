from pathlib import Path

import pytest

from comity.cli.shared_output import OutputOptions
from comity.cli.shared_own_table import rank_own_table
from comity.terms.errors import FileError


def test_dropped_columns_are_said(tmp_path, capsys):
    data, structure = tmp_path / "d.csv", tmp_path / "s.csv"
    data.write_text("unit,a,b,extra\nx,1,9,0\ny,2,9,0\n", encoding="utf-8")
    structure.write_text(
        "iCode,Parent,Level,Direction,Weight\na,I,1,1,1\nb,I,1,1,1\nI,,2,1,1\n", encoding="utf-8"
    )
    rank_own_table(data, structure, "minmax", ("amean",), None, OutputOptions(json=True))
    seen = capsys.readouterr()
    assert "'b' is the same for all units" in seen.err
    assert "'extra' is not in the structure" in seen.err


def test_an_absent_file_is_named():
    with pytest.raises(FileError, match=r"none\.csv"):
        rank_own_table(
            Path("none.csv"), Path("none.csv"), "minmax", ("amean",), None, OutputOptions()
        )
