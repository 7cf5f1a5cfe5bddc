"""A source: one publisher's file, described in ``sources/<id>.toml`` and read by ``sources/<id>.py``."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.terms.errors import UnknownName
from comity.terms.indicator import Direction, Indicator
from comity.terms.licence import Licence

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes a file, under which licence, where it is found and what it holds.

    Parameters
    ----------
    id
        Short name, equal to the file names of the reader and its description.
    title, publisher, citation
        As the publisher wants to be cited.
    licence, licence_name
        Comity's class (P, O, ND, NC, C) and the licence's own name.
    vintage
        Edition of the file that the reader was written against.
    page
        Where a person finds the file.
    url
        Stable public address of the file itself; empty where there is none.
    files
        File names or patterns by which the publisher's file is recognised.
    frequency
        ``"calendar"`` or ``"fiscal"`` (US fiscal year, October to September).
    indicators
        What the reader yields.
    sha256
        Digest of the file at ``url``, where the publisher never changes it.
    zero_years
        First and last year in which an absent row of a ``zero_if_absent`` indicator means zero;
        the years that the file covers when left out.
    own_zero_years
        The same for single indicators, by id, where they cover fewer years than the file.
    """

    id: str
    title: str
    publisher: str
    citation: str
    licence: Licence
    licence_name: str
    vintage: str
    page: str
    url: str
    files: tuple[str, ...]
    frequency: str
    indicators: tuple[Indicator, ...]
    package: str = "comity.world.sources"
    sha256: str = ""
    zero_years: tuple[int, int] | None = None
    own_zero_years: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def reader(self) -> "Callable[[Path], pd.DataFrame]":
        """Return the function ``parse(path)`` that reads the publisher's file or folder.

        Its frame has the columns ``partner`` (id), ``indicator``, ``year``, ``value`` and, where
        the publisher gives it, ``error``. Its ``attrs`` may hold ``dropped`` (sentences) and
        ``not_reported``: (partner, first year, last year) in which absence is unknown, not zero.
        """
        parse: Callable[[Path], pd.DataFrame] = import_module(f"{self.package}.{self.id}").parse
        return parse


def _indicator(source: dict[str, Any], row: dict[str, Any]) -> Indicator:
    return Indicator(
        id=row["id"],
        title=row["title"],
        definition=row["definition"],
        unit=row["unit"],
        direction=Direction(row["direction"]),
        source=source["id"],
        publisher=source["publisher"],
        licence=Licence(source["licence"]),
        citation=source["citation"],
        zero_if_absent=row.get("zero_if_absent", False),
        error=row.get("error", False),
        derived_from=tuple(row.get("derived_from", ())),
    )


def _read(text: str, package: str) -> Source:
    raw = tomllib.loads(text)
    return Source(
        id=raw["id"],
        title=raw["title"],
        publisher=raw["publisher"],
        citation=raw["citation"],
        licence=Licence(raw["licence"]),
        licence_name=raw["licence_name"],
        vintage=raw["vintage"],
        page=raw.get("page", ""),
        url=raw.get("url", ""),
        files=tuple(raw.get("files", ())),
        frequency=raw.get("frequency", "calendar"),
        indicators=tuple(_indicator(raw, row) for row in raw.get("indicator", [])),
        package=package,
        sha256=raw.get("sha256", ""),
        zero_years=_span(raw["zero_years"]) if "zero_years" in raw else None,
        own_zero_years={
            row["id"]: _span(row["zero_years"])
            for row in raw.get("indicator", [])
            if "zero_years" in row
        },
    )


def _span(years: list[int]) -> tuple[int, int]:
    first, last = years
    return first, last


@cache
def all_sources(package: str = "comity.world.sources") -> dict[str, Source]:
    """Read the description of every source, by id; derived topics live in ``comity.world.derived``."""
    found = (entry for entry in files(package).iterdir() if entry.name.endswith(".toml"))
    read = (_read(entry.read_text(encoding="utf-8"), package) for entry in found)
    return {source.id: source for source in sorted(read, key=lambda source: source.id)}


def get_source(name: str) -> Source:
    """Find one source by its id.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.
    """
    known = all_sources()
    if name not in known:
        raise UnknownName("source", name, known)
    return known[name]


def source_of(indicator: str) -> Source | None:
    """Find the source that describes an indicator; None where there is none."""
    for source in all_sources().values():
        if any(described.id == indicator for described in source.indicators):
            return source
    return None
