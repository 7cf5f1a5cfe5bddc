"""The database itself refuses to change or delete a line of the trail."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER access_auditevent_keep_{verb} BEFORE {verb} ON access_auditevent
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
"""
_POSTGRES = """
CREATE FUNCTION access_auditevent_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;
CREATE TRIGGER access_auditevent_keep BEFORE UPDATE OR DELETE ON access_auditevent
FOR EACH ROW EXECUTE FUNCTION access_auditevent_keep();
"""


def add(apps, schema_editor):  # noqa: ARG001 (Django's signature)
    """Add the triggers in the dialect of the database."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(verb=verb))
    else:
        schema_editor.execute(_POSTGRES, params=None)


class Migration(migrations.Migration):
    """Add the triggers; they are never taken away."""

    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunPython(add)]
