import pytest

from comity.terms.errors import FileError
from comity.world.raw_files import find_files, list_files
from tests.world.small_source import make_source


def put(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_one_file_is_given_itself_whatever_its_case_and_depth(tmp_path):
    put(tmp_path, "a/b/Alpha_2024.CSV", "a/other.csv")
    found = find_files(list_files(tmp_path), make_source())
    assert found.path == tmp_path / "a" / "b" / "Alpha_2024.CSV"
    assert found.files == (found.path,)


def test_packed_file_fits_a_pattern_without_gz(tmp_path):
    put(tmp_path, "alpha.csv.gz")
    assert find_files(list_files(tmp_path), make_source()).path.name == "alpha.csv.gz"


def test_several_files_give_their_folder_and_other_folders_are_named(tmp_path):
    put(tmp_path, "one/alpha1.csv", "one/alpha2.csv", "two/alpha3.csv", ".git/alpha4.csv")
    found = find_files(list_files(tmp_path), make_source())
    assert found.path == tmp_path / "one"
    assert [path.name for path in found.files] == ["alpha1.csv", "alpha2.csv"]
    assert found.elsewhere == (tmp_path / "two",)


def test_no_file_is_none_and_no_folder_is_refused(tmp_path):
    put(tmp_path, "beta.csv")
    assert find_files(list_files(tmp_path), make_source()) is None
    with pytest.raises(FileError, match="no such folder"):
        list_files(tmp_path / "absent")
