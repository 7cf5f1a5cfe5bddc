"""PostgreSQL refuses to empty the trail at one stroke, too; SQLite knows no such command."""

from django.db import migrations

_REFUSE = """
CREATE TRIGGER access_auditevent_never_emptied BEFORE TRUNCATE ON access_auditevent
FOR EACH STATEMENT EXECUTE FUNCTION access_auditevent_keep();
"""


def add(apps, schema_editor):  # noqa: ARG001 (Django's signature)
    """Add the trigger."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_REFUSE, params=None)


class Migration(migrations.Migration):
    """Add the trigger; it is never taken away."""

    dependencies = [("access", "0003_user_username_once")]
    operations = [migrations.RunPython(add)]
