"""Bring an installation up to date: tables, shared cache, first administrator. Safe to run again."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command

from comity_web.access.actions import change_settings, create_user, grant_role
from comity_web.access.models import User
from comity_web.access.queries import site_settings
from comity_web.site.demonstrating import SYSTEM, ask_for_demonstration, take_up_again

FIRST = "admin"


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What was done.

    Parameters
    ----------
    username, password
        The first administrator and the one-time password; empty where there was one already.
    """

    username: str = ""
    password: str = ""


def prepare(*, demonstration: bool, say: Callable[[str], None]) -> FirstRun:
    """Make tables and the first administrator, and demonstration records where asked for.

    Parameters
    ----------
    demonstration
        Whether invented records are to be added once the site stands, and a second factor is left
        to choice.
    say
        Is told what is being done.
    """
    _migrate(say)
    take_up_again()
    if User.objects.exists():
        return FirstRun()
    user, password = create_user(FIRST, by=SYSTEM, full_name="First administrator")
    grant_role(user, "administrator", by=SYSTEM)
    if demonstration:
        change_settings(
            {"require_second_factor": False},
            by=SYSTEM,
            expected=site_settings().version,
            reason="Demonstration on this machine; switch it on before anybody else signs in.",
        )
        ask_for_demonstration()
    return FirstRun(FIRST, password)


def _migrate(say: Callable[[str], None]) -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(f"Preparing the database ({len(plan)} steps) ...")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
