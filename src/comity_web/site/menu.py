"""The menu: each application names its own entries in ``menu.py``; nobody edits a shared list."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse

from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere

#: Headings from left to right; one that is not named here comes before the last.
GROUPS = ("Assess", "World", "Law", "Evaluate", "Site")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu.

    Parameters
    ----------
    title
        As people read it.
    route
        Name of the address.
    group
        Heading under which it stands, one of :data:`GROUPS` or a new one.
    permission
        Who sees it.
    order
        Place under its heading; lower comes first.
    key
        Letter that leads here after ``g`` on the keyboard; ``h`` (start) and ``m`` (account) are
        taken.
    """

    title: str
    route: str
    group: str
    permission: Permission = Permission.READ
    order: int = 50
    key: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """Collect the entries of all applications that have a ``menu.py``."""
    found: list[Entry] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.menu"
        if config.name.startswith("comity_web.") and config.label != "site" and find_spec(name):
            found += import_module(name).ENTRIES
    return tuple(sorted(found, key=lambda entry: entry.order))


def menu_for(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the headings and the entries that this user may use, the present one marked."""
    user = getattr(request, "user", None)
    if user is None:
        return []
    usable = [
        (entry, reverse(entry.route))
        for entry in entries()
        if can_somewhere(user, entry.permission)
    ]
    here = _present(request.path, [address for _, address in usable])
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry, address in usable:
        groups.setdefault(entry.group, []).append(
            {"title": entry.title, "address": address, "key": entry.key, "here": address == here}
        )
    return [
        {"title": title, "entries": rows, "here": any(row["here"] for row in rows)}
        for title, rows in sorted(groups.items(), key=lambda group: _place(group[0]))
    ]


def _place(group: str) -> float:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS) - 1.5


def _present(path: str, addresses: list[str]) -> str | None:
    """Return the address that the path stands under; of several, the one that says most."""
    under = [a for a in addresses if path == a or (a != "/" and path.startswith(a))]
    return max(under, key=len, default=None)
