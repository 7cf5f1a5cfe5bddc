"""Demonstration records are added once, after the site stands, so that nobody waits for them.

Two marks in the home say where that is: *wanted*, then *adding*, then none. Whoever renames the first
has the work, so of several server processes one does it.
"""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.db import transaction

from comity_web.site import environment

SYSTEM = "comity"  # who did it, in the trail, when nobody was there


def ask_for_demonstration() -> None:
    """Leave the mark that demonstration records are wanted."""
    _mark("wanted").touch()


def take_up_again() -> None:
    """A server that died while adding has added nothing: the work is wanted again."""
    if _mark("adding").exists():
        _mark("adding").rename(_mark("wanted"))


def add_if_asked() -> bool:
    """Add the records of all applications in one transaction, if they are wanted.

    Returns
    -------
    bool
        Whether this process did it.
    """
    try:
        _mark("wanted").rename(_mark("adding"))
    except FileNotFoundError:
        return False
    with transaction.atomic():
        for config in apps.get_app_configs():
            name = f"{config.name}.demonstration"
            if config.name.startswith("comity_web.") and find_spec(name):
                import_module(name).add(by=SYSTEM)
    _mark("adding").unlink()
    return True


def waiting() -> bool:
    """Whether demonstration records are still to come."""
    return _mark("wanted").exists() or _mark("adding").exists()


def _mark(state: str) -> Path:
    return environment.home() / f"demonstration-{state}"
