"""The shape of the tables: what this Comity knows, and whether the database has it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from comity.terms.errors import InputError


def shape() -> dict[str, str]:
    """Return the last migration of each application that this Comity knows."""
    return dict(MigrationExecutor(connection).loader.graph.leaf_nodes())


def require_up_to_date() -> None:
    """Refuse to work on tables of another shape.

    Raises
    ------
    InputError
        If the tables are missing or older than this Comity.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise InputError(
            "The database has no tables yet, or older ones. Start the site once with "
            "'comity serve', which brings them up to date, and try again."
        )
