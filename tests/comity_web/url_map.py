"""Every address of the site, with the methods that it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One address: its pattern, its view, the methods to try."""

    pattern: str
    view: Any
    methods: tuple[str, ...]


def routes() -> list[Route]:
    """Return all, the first of those that stand behind one another."""
    found: dict[str, Route] = {}
    for pattern, view in _walk(get_resolver().url_patterns, ""):
        found.setdefault(pattern, Route(pattern, view, _methods(view)))
    return list(found.values())


def operations(view: Any) -> list[Any]:
    """Operations of an API address, or nothing for a page."""
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    # django-ninja hands Django a function that has its operations in a closure.
    held = [cell.cell_contents for cell in getattr(view, "__closure__", None) or ()]
    return [found for thing in held for found in getattr(thing, "operations", ())]


def _methods(view: Any) -> tuple[str, ...]:
    told = getattr(view, "methods", None)
    if told is None:
        told = [m for operation in operations(view) for m in operation.methods] or ["GET"]
    return tuple(m for m in told if m not in {"HEAD", "OPTIONS"})


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, Any]]:
    for entry in patterns:
        # As Django itself joins them when it resolves an address.
        pattern = before + (str(entry.pattern).removeprefix("^") if before else str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, pattern)
        else:
            yield pattern, entry.callback
