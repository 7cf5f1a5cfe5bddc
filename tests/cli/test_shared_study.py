import pytest

from comity.cli.shared_study import load_study
from comity.terms.errors import UnknownName
from tests.evaluate.small_study import write_files


def test_a_study_comes_with_its_data_and_specifications(tmp_path):
    loaded = load_study(write_files(tmp_path))
    assert len(loaded.table) == 400
    assert len(loaded.universe) == 64
    assert len(loaded.data) == 12


def test_an_own_table_is_read_and_checked(tmp_path):
    path = write_files(tmp_path, extra='specifications = "mine.csv"')
    (tmp_path / "mine.csv").write_text("treatment,controls\ntreat -1,gap; noise\ntreat,\n")
    assert len(load_study(path).universe) == 2
    assert len(load_study(path, own=False).universe) == 64
    (tmp_path / "mine.csv").write_text("treatment\ntread\n")
    with pytest.raises(UnknownName, match="line 2"):
        load_study(path)
