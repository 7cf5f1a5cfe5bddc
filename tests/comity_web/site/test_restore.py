import os

import pytest

from tests.comity_web.sites_apart import Apart

pytestmark = pytest.mark.slow
KIND = os.environ.get("COMITY_TEST_DATABASE", "sqlite")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return Apart(tmp_path_factory.mktemp("filled")).filled()


@pytest.fixture(scope="module")
def saved(filled, tmp_path_factory):
    target = tmp_path_factory.mktemp("saved") / "one.backup"
    assert filled.comity("site", "backup", target).returncode == 0
    return target


@pytest.fixture
def database_url(request):
    """A fresh database of the kind asked for."""
    if KIND != "postgres":
        return ""
    from tests.comity_web.settings import SERVER

    name = f"restored_{abs(hash(request.node.name))}"
    SERVER.psql(f"CREATE DATABASE {name}")
    return SERVER.get_uri(name)


def test_every_record_and_file_comes_back_as_it_was(filled, saved, tmp_path, database_url):
    """On PostgreSQL this carries a site from one database to the other."""
    other = Apart(tmp_path / "other", database_url)
    done = other.comity("site", "restore", saved)
    assert done.returncode == 0, done.stderr
    assert other.records() == filled.records()
    assert "ÄÖ" in other.records()
    assert (other.home / "imports" / "own.parquet").read_bytes() == b"\x00\x01invented"


def test_and_back_again_into_sqlite(filled, saved, tmp_path, database_url):
    other = Apart(tmp_path / "other", database_url)
    assert other.comity("site", "restore", saved).returncode == 0
    again = tmp_path / "again.backup"
    assert other.comity("site", "backup", again).returncode == 0
    third = Apart(tmp_path / "third")
    assert third.comity("site", "restore", again).returncode == 0
    assert third.records() == filled.records()


def test_the_site_goes_on_with_new_records(saved, tmp_path, database_url):
    """Numbers of new rows go on after the old ones; the trail is append-only as before."""
    other = Apart(tmp_path / "other", database_url)
    assert other.comity("site", "restore", saved).returncode == 0
    done = other.comity("site", "user", "new-one", "--role", "viewer")
    assert done.returncode == 0, done.stderr
    refused = other.python(
        "from django.db import connection, DatabaseError\n"
        "try:\n"
        "    connection.cursor().execute('DELETE FROM access_auditevent')\n"
        "except DatabaseError as error:\n"
        "    print(error)\n"
    )
    assert "append-only" in refused


def test_a_database_with_records_is_refused(filled, saved):
    before = filled.records()
    done = filled.comity("site", "restore", saved)
    assert done.returncode == 2
    assert "empty one" in done.stderr
    assert filled.records() == before


def test_a_damaged_backup_changes_nothing(saved, tmp_path):
    damaged = tmp_path / "damaged.backup"
    content = bytearray(saved.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    other = Apart(tmp_path / "other")
    done = other.comity("site", "restore", damaged)
    assert done.returncode == 2
    assert not (other.home / "imports").exists()


def test_a_file_that_differs_is_not_overwritten(saved, tmp_path):
    other = Apart(tmp_path / "other")
    (other.home / "imports").mkdir(parents=True)
    mine = other.home / "imports" / "own.parquet"
    mine.write_bytes(b"mine")
    done = other.comity("site", "restore", saved)
    assert done.returncode == 2
    assert "move it away" in done.stderr
    assert mine.read_bytes() == b"mine"
