"""Which function does which kind of work, found by name: ``<application>/job_kinds.py``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import apps

from comity.terms.errors import ComityError, UnknownName


class JobStopped(ComityError):
    """Somebody asked the work to stop; what is done so far is kept."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a function that does a job is given.

    Parameters
    ----------
    arguments
        As they were queued.
    folder
        Where it keeps files; the same when it is taken up again.
    report
        To be called often with done, total and what is being done; raises :class:`JobStopped`
        when somebody has asked the work to stop.
    """

    arguments: Mapping[str, Any]
    folder: Path
    report: Callable[[int, int, str], None]


Kind = Callable[[Work], dict[str, Any]]


@cache
def kinds() -> dict[str, Kind]:
    """Collect ``KINDS`` of all applications."""
    found: dict[str, Kind] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.job_kinds"
        if config.name.startswith("comity_web.") and find_spec(name):
            found |= import_module(name).KINDS
    return found


def kind(name: str) -> Kind:
    """Return the function that does one kind of work.

    Raises
    ------
    UnknownName
        If no application knows it.
    """
    if name not in kinds():
        raise UnknownName("kind of work", name, kinds())
    return kinds()[name]
