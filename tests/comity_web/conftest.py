"""The small world of the site's tests. State is made through actions only.

::

    ada    administrator  everywhere          nina   no role
    vera   viewer         everywhere          pablo  planner    AFRICOM
    petra  planner        everywhere          kofi   planner    Kenya
    anton  approver       everywhere          eva    evaluator  everywhere
    amara  administrator  AFRICOM

Nobody needs a second factor, and nobody may read without an account.
"""

from pathlib import Path

import pytest
from django.db.backends.postgresql import base as postgres
from django.db.backends.sqlite3 import base as sqlite

from comity_web.access.actions import change_settings, create_user, grant_role, password_chosen
from comity_web.access.scope import Scope

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Everything in this folder is about the site."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.site)


PEOPLE = {
    "ada": ("administrator", "everywhere"),
    "vera": ("viewer", "everywhere"),
    "petra": ("planner", "everywhere"),
    "anton": ("approver", "everywhere"),
    "eva": ("evaluator", "everywhere"),
    "pablo": ("planner", "AFRICOM"),
    "kofi": ("planner", "KEN"),
    "amara": ("administrator", "AFRICOM"),
    "nina": (None, None),
}


@pytest.fixture
def people(db):
    """Everybody above, by name."""
    change_settings({"require_second_factor": False}, by="tests", expected=1)
    return {name: _person(name, *grant) for name, grant in PEOPLE.items()}


@pytest.fixture
def signed_in(people, client):
    """Return a client in which somebody is signed in: ``signed_in("petra")``."""

    def as_person(name):
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return as_person


def _person(name, role, scope):
    user, _ = create_user(name, by="tests")
    password_chosen(user, by=user)
    if role:
        grant_role(user, role, Scope.parse(scope), by="tests")
    return user


# After a test with real commits Django empties all tables; the trail refuses that, as it should, so
# the emptying takes its triggers away and puts them back.
_flush_sqlite = sqlite.DatabaseOperations.sql_flush
_flush_postgres = postgres.DatabaseOperations.sql_flush


def _flush_with_trail(self, *args, **kwargs):
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    drops = [f"DROP TRIGGER {name}" for name, _ in triggers]
    return [*drops, *_flush_sqlite(self, *args, **kwargs), *(sql for _, sql in triggers)]


def _flush_trail_on_postgres(self, *args, **kwargs):
    alter = "ALTER TABLE access_auditevent {} TRIGGER USER"
    emptying = _flush_postgres(self, *args, **kwargs)
    return [alter.format("DISABLE"), *emptying, alter.format("ENABLE")]


sqlite.DatabaseOperations.sql_flush = _flush_with_trail
postgres.DatabaseOperations.sql_flush = _flush_trail_on_postgres
