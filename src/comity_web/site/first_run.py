"""Bring an installation up to date: tables, shared cache, first administrator. Safe to run again."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.core.management import call_command

from comity_web.access.actions import change_settings, create_user, grant_role
from comity_web.access.models import User
from comity_web.access.queries import site_settings

SYSTEM = "comity"  # who did it, in the trail, when nobody was there
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
        Whether each application adds its invented records, and a second factor is left to choice.
    say
        Is told what is being done.
    """
    _migrate(say)
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
        for config in apps.get_app_configs():
            name = f"{config.name}.demonstration"
            if config.name.startswith("comity_web.") and find_spec(name):
                import_module(name).add(by=SYSTEM)
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
