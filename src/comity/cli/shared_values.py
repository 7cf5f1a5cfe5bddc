"""One value, in the three shapes that a command prints: JSON, a cell of a file, text to read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Any

_MISSING_TYPES = {"NAType", "NaTType"}  # pandas' own, without importing pandas


def is_missing(value: Any) -> bool:
    """Whether nothing is known: None, NaN, an infinite number, or pandas' missing values."""
    if value is None or type(value).__name__ in _MISSING_TYPES:
        return True
    return isinstance(value, float) and not isfinite(value)


def is_number(value: Any) -> bool:
    """Whether the value is a number that is there; truth values are not numbers."""
    value = _unwrapped(value)
    return isinstance(value, int | float) and not isinstance(value, bool) and not is_missing(value)


def as_plain(value: Any) -> Any:
    """Return the value as JSON can carry it; missing becomes ``None``."""
    value = _unwrapped(value)
    if is_missing(value):
        return None
    if isinstance(value, Enum):
        return as_plain(value.value)
    if isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((as_plain(item) for item in value), key=str)
    return _described(value)


def as_cell(value: Any) -> Any:
    """Return the value as one cell of a file: a number, a date, text, or ``""`` where missing."""
    if isinstance(value, date) and not is_missing(value):
        return value
    plain = as_plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(plain, list):
        return "; ".join(str(as_cell(item)) for item in plain)
    if isinstance(plain, dict):
        return "; ".join(f"{key}: {as_cell(item)}" for key, item in plain.items())
    return plain


def as_text(value: Any) -> str:
    """Return the value as a person reads it in a table; missing is ``-``."""
    cell = as_cell(value)
    if isinstance(cell, int):
        return f"{cell:,}" if abs(cell) >= 10_000 else str(cell)
    if isinstance(cell, float):
        return _rounded(cell)
    return str(cell) or "-"


def _rounded(number: float) -> str:
    size = abs(number)
    if size >= 1000:
        return f"{number:,.0f}"
    if 0 < size < 0.001:
        return f"{number:.2e}"
    return f"{number:.3f}"


def _unwrapped(value: Any) -> Any:
    """Plain Python value of an array, a series or one of their elements."""
    return value.tolist() if hasattr(value, "tolist") and not isinstance(value, type) else value


def _described(value: Any) -> Any:
    """Objects that know how to describe themselves, dates, and at last any object's text."""
    if hasattr(value, "to_dict"):
        return as_plain(value.to_dict())
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
