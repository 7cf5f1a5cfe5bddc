"""The server is killed in the middle of a write: afterwards the record is whole, old or new."""

import os
import re
import signal
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
import requests

from tests.journeys.running_site import PASSWORD, start_site

KIND = os.environ.get("COMITY_TEST_DATABASE", "sqlite")
pytestmark = pytest.mark.slow

#: The line of the trail takes seconds to write, after the record and in its transaction.
SLOW_SQLITE = """
CREATE TRIGGER slow BEFORE INSERT ON access_auditevent
WHEN NEW.action = 'site.settings_changed' BEGIN
  SELECT max(x) FROM (WITH RECURSIVE c(x) AS (
    SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 60000000) SELECT x FROM c);
END;
"""
SLOW_POSTGRES = """
CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.action = 'site.settings_changed' THEN PERFORM pg_sleep(6); END IF; RETURN NEW; END $$;
CREATE TRIGGER slow BEFORE INSERT ON access_auditevent FOR EACH ROW EXECUTE FUNCTION slow();
"""


class Records:
    """The records as they lie in the database, seen from outside the server."""

    def __init__(self, home: Path, url: str) -> None:
        self.path, self.url = home / "site" / "comity.sqlite3", url

    def connect(self):
        if not self.url:
            return sqlite3.connect(self.path, timeout=30, isolation_level=None)
        import psycopg

        return psycopg.connect(self.url, autocommit=True)

    def run(self, statements: str):
        with closing(self.connect()) as connection:
            cursor = connection.cursor()
            cursor.executescript(statements) if not self.url else cursor.execute(statements)

    def value(self, query: str):
        with closing(self.connect()) as connection:
            cursor = connection.cursor()
            cursor.execute(query)
            return cursor.fetchone()[0]

    def in_the_middle(self) -> bool:
        """Whether a write is going on now."""
        if self.url:
            query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            return self.value(query) > 0
        with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
            except sqlite3.OperationalError:
                return True
        return False

    def state(self) -> tuple[str, int, int]:
        """Banner, its version, and how many lines the trail has about the settings."""
        return (
            self.value("SELECT banner FROM access_sitesettings"),
            self.value("SELECT version FROM access_sitesettings"),
            self.value(
                "SELECT count(*) FROM access_auditevent WHERE action = 'site.settings_changed'"
            ),
        )


@pytest.fixture
def database_url():
    if KIND != "postgres":
        return ""
    from tests.comity_web.settings import SERVER

    SERVER.psql("CREATE DATABASE killed")
    return SERVER.get_uri("killed")


@pytest.fixture
def site(tmp_path, database_url):
    running = start_site(tmp_path, database_url)
    yield running
    _kill(running.process.pid)
    running.process.wait(20)


def _kill(pid: int) -> None:
    """Kill the server and its workers at once, as a lost machine would."""
    with suppress(FileNotFoundError, ProcessLookupError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
        for process in (pid, *map(int, children)):
            os.kill(process, signal.SIGKILL)


def _signed_in(url: str) -> requests.Session:
    session = requests.Session()
    page = session.get(f"{url}/account/login/", timeout=20)
    sent = {"login": "administrator", "password": PASSWORD.format(role="administrator")}
    session.post(f"{url}/account/login/", _with_token(page, sent), timeout=20)
    return session


def _with_token(page, sent):
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    return {**sent, "csrfmiddlewaretoken": token}


def _change_banner(url: str, version: int, *, wait: float):
    session = _signed_in(url)
    page = session.get(f"{url}/people/settings/", timeout=20)
    sent = _with_token(page, {"banner": "NEW", "version": version, "reason": "drill"})
    return session.post(f"{url}/people/settings/", sent, timeout=wait)


def test_a_server_killed_in_the_middle_of_a_write_leaves_the_record_whole(
    site, database_url, tmp_path
):
    records = Records(tmp_path, database_url)
    before = records.state()
    assert before[:1] == ("UNCLASSIFIED",)
    assert before[1] == before[2] + 1
    records.run(SLOW_POSTGRES if database_url else SLOW_SQLITE)

    with suppress(requests.RequestException):
        _change_banner(site.url, before[1], wait=1.5)
    assert records.in_the_middle()
    _kill(site.process.pid)
    site.process.wait(20)

    until = time.monotonic() + 30
    while records.in_the_middle() and time.monotonic() < until:
        time.sleep(0.2)
    assert records.state() == before, "half a write was kept"

    records.run("DROP TRIGGER slow" + (" ON access_auditevent" if database_url else ""))
    again = start_site(site.home, site.environment.get("DATABASE_URL", ""), roles=())
    try:
        answer = _change_banner(again.url, before[1], wait=20)
        assert answer.ok
        assert records.state() == ("NEW", before[1] + 1, before[2] + 1)
    finally:
        again.stop()
