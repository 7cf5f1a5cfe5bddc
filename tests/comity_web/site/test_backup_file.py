import gzip
import io
import json
import tarfile

import pytest

from comity.terms.errors import InputError
from comity_web.site.backup_file import Manifest, read_manifest, verify, write_archive

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # SHA-256 of nothing


def manifest(**digests):
    return Manifest("0", "now", "sqlite", {}, {}, digests)


def archive(path, *members):
    with tarfile.open(path, "w:gz") as file:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            file.addfile(info, io.BytesIO(content))
    return path


def told(**changes):
    base = {"version": "0", "made_at": "", "database": "", "migrations": {}, "counts": {}}
    return json.dumps(
        {**base, "digests": {"records.jsonl": EMPTY}, "format": 1, **changes}
    ).encode()


def test_what_is_written_can_be_read(tmp_path):
    records, target = tmp_path / "records.jsonl", tmp_path / "x"
    records.touch()
    with target.open("wb") as file:
        write_archive(file, manifest(**{"records.jsonl": EMPTY}), records, {})
    assert verify(target).digests == {"records.jsonl": EMPTY}
    assert read_manifest(target).version == "0"


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([("other.txt", b"x")], "which no backup has"),
        ([("manifest.json", b"no json")], "not a backup"),
        ([("manifest.json", told(format=9))], "format 9"),
        ([("manifest.json", told())], "cut short"),
        ([("manifest.json", told()), ("records.jsonl", b"changed")], "damaged"),
        ([("manifest.json", told()), ("home/../../etc/x", b"x")], "which no backup has"),
        ([("manifest.json", told()), ("/etc/x", b"x")], "which no backup has"),
        ([("manifest.json", told()), ("home/unannounced", b"x")], "damaged"),
        ([], "does not begin"),
    ],
)
def test_what_is_no_whole_backup_is_refused(tmp_path, members, said):
    with pytest.raises(InputError, match=said):
        verify(archive(tmp_path / "x", *members))


def test_a_link_in_an_archive_is_refused(tmp_path):
    with tarfile.open(tmp_path / "x", "w:gz") as file:
        link = tarfile.TarInfo("home/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    with pytest.raises(InputError, match="which no backup has"):
        verify(tmp_path / "x")


@pytest.mark.parametrize(
    "content", [b"", b"text", gzip.compress(b"text")], ids=["empty", "text", "gzip"]
)
def test_another_file_is_refused_in_one_sentence(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(InputError):
        verify(tmp_path / "x")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        verify(tmp_path / "x")
