"""Rows of numbers as a table for reading: right-aligned, rounded, what is missing as a dash."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from numbers import Real
from typing import Any

#: What stands where nothing is known. Never zero.
DASH = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and whether all that is known in it are numbers."""

    title: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the value to sort by, and what is shown."""

    value: Any
    shown: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A table, ready for ``site/table.html``."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tabulate(rows: Sequence[Mapping[str, Any]], *, caption: str = "") -> Tabulated:
    """Make a table of mappings; its columns are the keys of all rows, in order of appearance.

    Parameters
    ----------
    rows
        One mapping for each row. A key that a row lacks is missing there.
    caption
        What the table shows; empty where a heading beside it says so.
    """
    titles = list(dict.fromkeys(title for row in rows for title in row))
    numeric = {title: _all_numbers([row.get(title) for row in rows]) for title in titles}
    return Tabulated(
        caption,
        tuple(Column(title, numeric[title]) for title in titles),
        tuple(tuple(_cell(row.get(title), numeric[title]) for title in titles) for row in rows),
    )


def missing(value: Any) -> bool:
    """Whether nothing is known: none, not a number, or empty text."""
    return value is None or value == "" or (_is_number(value) and not isfinite(value))


def written(value: Any) -> str:
    """Write a value for reading: whole numbers whole, others with four significant digits.

    Numbers that may be years (whole, below ten thousand) get no separator.
    """
    if missing(value):
        return DASH
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not _is_number(value):
        return str(value)
    if float(value).is_integer():
        return f"{int(value)}" if abs(value) < 10_000 else f"{int(value):,}"
    places = max(0, 4 - len(str(int(abs(value))))) if abs(value) >= 1 else 3
    return f"{value:,.{places}f}" if abs(value) >= 0.001 else f"{value:.2g}"


def _cell(value: Any, numeric: bool) -> Cell:
    return Cell("" if missing(value) else value, written(value), numeric)


def _is_number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _all_numbers(values: Sequence[Any]) -> bool:
    known = [value for value in values if not missing(value)]
    return bool(known) and all(_is_number(value) for value in known)
