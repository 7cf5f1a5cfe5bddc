import os
from pathlib import Path

import pytest

from comity.cli.shared_writing import check_destination, write_file
from comity.terms.errors import FileError


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.csv"
    assert write_file(path, b"one") == path
    assert write_file(path, b"two") == path
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_readable_as_the_users_mask_says(tmp_path):
    other = tmp_path / "other"
    other.touch()
    path = write_file(tmp_path / "a.csv", b"")
    assert path.stat().st_mode == other.stat().st_mode


def test_a_link_is_followed_not_replaced(tmp_path):
    true, link = tmp_path / "true.csv", tmp_path / "link.csv"
    link.symlink_to(true)
    write_file(link, b"one")
    assert link.is_symlink()
    assert true.read_bytes() == b"one"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "suffix", "reason"),
    [
        ("", "", "this is a folder"),
        ("missing/a.csv", "", "its folder does not exist"),
        ("a.csv", ".xlsx", "must end in .xlsx"),
        ("pipe", "", "not an ordinary file"),
    ],
)
def test_places_that_cannot_be_written_are_refused(tmp_path, name, suffix, reason):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match=reason):
        check_destination(tmp_path / name, suffix=suffix)


def test_the_error_names_the_file_as_the_user_did(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError, match=r"^nowhere/a\.csv: "):
        write_file(Path("nowhere/a.csv"), b"")
