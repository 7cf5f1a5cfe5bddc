import pytest
from django.db import DatabaseError, connection, transaction

from comity_web.access.audit import NoTransaction, write_event
from comity_web.access.models import AuditEvent
from comity_web.access.scope import Scope


def test_only_what_changed_is_kept(people):
    event = write_event(
        "thing.saved",
        people["vera"],
        by=people["ada"],
        scope=Scope.parse("Kenya"),
        before={"a": 1, "b": 2},
        after={"a": 1, "b": 3},
        reason="why",
    )
    assert (event.before, event.after, event.scope) == ({"b": 2}, {"b": 3}, "KEN")
    assert event.target_kind == "user"


@pytest.mark.django_db(transaction=True)
def test_a_change_and_its_trail_stand_or_fall_together():
    with pytest.raises(NoTransaction):
        write_event("x.y", AuditEvent(pk=1), by="tests")


@pytest.mark.parametrize(
    "statement", ["UPDATE access_auditevent SET actor = 'x'", "DELETE FROM access_auditevent"]
)
def test_the_database_refuses_to_rewrite_the_trail(people, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert AuditEvent.objects.exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no TRUNCATE")
def test_the_database_refuses_to_empty_the_trail(people):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE access_auditevent")
    assert AuditEvent.objects.exists()
