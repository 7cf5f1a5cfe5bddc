"""The database itself refuses to change or delete versions, agreed results and uploaded figures."""

from django.db import migrations

_TABLES = (
    "assess_scenarioversion",
    "assess_agreedresult",
    "assess_priorityversion",
    "assess_ownfigures",
)
_SQLITE = """
CREATE TRIGGER {table}_keep_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is written once and kept'); END;
"""
_POSTGRES_FUNCTION = """
CREATE FUNCTION assess_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is written once and kept', TG_TABLE_NAME; END $$;
"""
_POSTGRES = """
CREATE TRIGGER {table}_keep BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION assess_keep();
"""


def add(apps, schema_editor):  # noqa: ARG001 (Django's signature)
    """Add the triggers in the dialect of the database."""
    if schema_editor.connection.vendor == "sqlite":
        for table in _TABLES:
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(_SQLITE.format(table=table, verb=verb))
        return
    schema_editor.execute(_POSTGRES_FUNCTION, params=None)
    for table in _TABLES:
        schema_editor.execute(_POSTGRES.format(table=table), params=None)


class Migration(migrations.Migration):
    """Add the triggers; they are never taken away."""

    dependencies = [("assess", "0001_initial")]
    operations = [migrations.RunPython(add)]
