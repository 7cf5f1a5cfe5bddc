import numpy as np
import pytest

from comity.evaluate.multiverse_block import empty_block
from comity.evaluate.multiverse_files import (
    Manifest,
    open_folder,
    part_path,
    read_manifest,
    read_results,
    write_part,
)
from comity.terms.errors import FileError
from tests.evaluate.small_study import made

MANIFEST = Manifest("planted", "abc", "def", 64, 20)


def test_what_is_done_is_not_done_again(tmp_path):
    universe, _ = made()
    folder = tmp_path / "deep" / "results"
    assert open_folder(folder, MANIFEST) == [0, 1, 2, 3]
    write_part(folder, 1, universe, empty_block(np.arange(20, 40)))
    assert open_folder(folder, MANIFEST) == [0, 2, 3]
    assert read_manifest(folder) == MANIFEST
    frame = read_results(folder)
    assert frame["specification"].tolist() == list(range(20, 40))
    assert frame["control: noise"].dtype == bool
    assert set(frame["treatment"]) == {"treat", "treat -1"}


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (Manifest("planted", "xxx", "def", 64, 20), "another study"),
        (Manifest("planted", "abc", "xxx", 64, 20), "other data"),
        (Manifest("planted", "abc", "def", 64, 21), "other blocks"),
        (Manifest("planted", "abc", "def", 64, 20, "9"), "another version"),
    ],
)
def test_results_of_something_else_are_not_mixed(tmp_path, other, words):
    open_folder(tmp_path / "r", MANIFEST)
    with pytest.raises(FileError, match=words):
        open_folder(tmp_path / "r", other)


def test_folders_that_are_none_of_ours_are_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(FileError, match="something else"):
        open_folder(tmp_path, MANIFEST)
    with pytest.raises(FileError, match="this is a file"):
        open_folder(tmp_path / "letter.txt", MANIFEST)
    with pytest.raises(FileError, match="no multiverse results"):
        read_manifest(tmp_path)


def test_damage_is_named(tmp_path):
    folder = tmp_path / "r"
    open_folder(folder, MANIFEST)
    with pytest.raises(FileError, match="no block is complete"):
        read_results(folder)
    part_path(folder, 0).write_bytes(b"PAR1nonsense")
    with pytest.raises(FileError, match="Delete it and run again"):
        read_results(folder)
    (folder / "_manifest.json").write_text("{")
    with pytest.raises(FileError, match="damaged"):
        open_folder(folder, MANIFEST)
