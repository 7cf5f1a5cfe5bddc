import csv

import pytest

from comity.cli.evaluate_calibrate import command
from comity.terms.errors import FileError, InputError
from tests.cli.evaluating import answer, run


@pytest.fixture
def raw(tmp_path):
    path = tmp_path / "raw.csv"
    path.write_text("case,income,tied,note\nx,2500,0,a\ny,5000,1,b\nz,,2,c\n")
    return path


def test_anchors_and_threshold(raw, tmp_path):
    found = answer(command, "--data", raw, "--set", "income=2500,5000,20000", "--set", "tied=1")
    assert [row["income"] for row in found["rows"]] == [0.05, 0.5, None]
    assert [row["tied"] for row in found["rows"]] == [0, 1, 1]
    out = tmp_path / "out.csv"
    run(command, "--data", raw, "--set", "tied=1", "--csv", out)
    with out.open() as stream:
        assert [row["note"] for row in csv.DictReader(stream)] == ["a", "b", "c"]


def test_refusals(raw):
    with pytest.raises(InputError, match="three anchors"):
        run(command, "--data", raw, "--set", "income=1,2")
    with pytest.raises(InputError, match="give numbers"):
        run(command, "--data", raw, "--set", "income=a")
    with pytest.raises(FileError, match="line 2"):
        run(command, "--data", raw, "--set", "note=1")
    with pytest.raises(FileError, match="lacks 'pay'"):
        run(command, "--data", raw, "--set", "pay=1")
