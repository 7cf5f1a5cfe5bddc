import tarfile

import pytest

from comity_web.site.backup import kept_files
from tests.comity_web.sites_apart import Apart

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return Apart(tmp_path_factory.mktemp("filled")).filled()


def test_a_backup_says_what_it_holds_and_is_for_one_pair_of_eyes(filled, tmp_path):
    target = tmp_path / "one.backup"
    done = filled.comity("site", "backup", target)
    assert done.returncode == 0, done.stderr
    assert "1 files, read again" in done.stdout
    assert target.stat().st_mode & 0o077 == 0
    assert [p.name for p in tmp_path.iterdir()] == ["one.backup"], "nothing half-written stays"
    with tarfile.open(target) as archive:
        names = archive.getnames()
    assert names == ["manifest.json", "records.jsonl", "home/imports/own.parquet"]
    assert not any("secret-key" in name for name in names)


def test_nothing_is_overwritten(filled, tmp_path):
    target = tmp_path / "one.backup"
    target.write_text("precious", encoding="utf-8")
    done = filled.comity("site", "backup", target)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert target.read_text(encoding="utf-8") == "precious"


def test_a_folder_that_is_not_there_is_one_sentence(filled, tmp_path):
    done = filled.comity("site", "backup", tmp_path / "no" / "such" / "one.backup")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cannot be written" in done.stderr


def test_a_database_without_tables_is_refused(tmp_path):
    done = Apart(tmp_path / "empty").comity("site", "backup", tmp_path / "x")
    assert done.returncode == 2
    assert "comity serve" in done.stderr


def test_the_key_the_database_and_links_stay_behind(tmp_path):
    site = tmp_path / "site"
    (site / "datasets").mkdir(parents=True)
    for name in ("comity.sqlite3", "comity.sqlite3-wal", "secret-key", "serve.pid"):
        (site / name).write_text("x", encoding="utf-8")
    kept = site / "datasets" / "1.csv"
    kept.write_text("x", encoding="utf-8")
    (site / "link").symlink_to(kept)
    assert kept_files(tmp_path) == [kept]
