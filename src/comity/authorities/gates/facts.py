"""Facts for a gate, from a TOML file or from ``name=value`` pairs, checked against what it asks."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from comity.terms.errors import FileError, InputError, UnknownName

Facts = TypeVar("Facts")
TRUE, FALSE = {"yes", "true"}, {"no", "false"}
OPEN = (None, "", "unknown")


def read_facts(path: Path, kind: type[Facts]) -> Facts:
    """Read a TOML file of facts.

    Raises
    ------
    FileError
        If it cannot be read, or a fact is unknown or of the wrong kind.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise FileError(path, f"it cannot be read ({problem}).", mend="It must be TOML.") from None
    try:
        return build_facts(table, kind)
    except InputError as problem:
        raise FileError(path, str(problem)) from None


def build_facts(given: Mapping[str, Any], kind: type[Facts]) -> Facts:
    """Build a gate's facts from plain values.

    Raises
    ------
    UnknownName
        If a fact is not one that the gate asks for; suggests the nearest.
    InputError
        If a value is of the wrong kind.
    """
    hints = get_type_hints(kind)
    for name in given:
        if name not in hints:
            raise UnknownName("fact of this gate", name, hints)
    return kind(
        **{
            name: _value(name, value, hints[name])
            for name, value in given.items()
            if not (value in OPEN and hints[name] is str)  # then its own word for "not known" holds
        }
    )


def parse_pairs(pairs: Sequence[str]) -> dict[str, str]:
    """Split ``name=value`` pairs.

    Raises
    ------
    InputError
        If one has no equals sign.
    """
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign:
            raise InputError(f"{pair!r} is not a fact; write it as name=value.")
        found[name.strip().replace("-", "_")] = value.strip()
    return found


def _value(name: str, value: Any, hint: Any) -> Any:
    if getattr(hint, "__origin__", None) is tuple:
        return _numbers(name, value)
    kinds = get_args(hint) or (hint,)
    if value in OPEN:
        return None
    if bool in kinds:
        return _truth(name, value)
    if date in kinds:
        return _day(name, value)
    return _whole(name, value) if int in kinds else str(value)


def _truth(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).lower()
    if text not in TRUE | FALSE:
        raise InputError(f"{name} is yes, no or unknown, not {value!r}.")
    return text in TRUE


def _day(name: str, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise InputError(f"{name} is a day such as 2027-03-01, not {value!r}.") from None


def _whole(name: str, value: Any) -> int:
    text = str(value).replace(",", "").replace("_", "").strip()
    if isinstance(value, bool) or not text.lstrip("-").isdigit():
        raise InputError(f"{name} is a whole number, not {value!r}.")
    return int(text)


def _numbers(name: str, value: Any) -> tuple[int, ...]:
    items = value if isinstance(value, list | tuple) else str(value).split(";")
    return tuple(_whole(name, item) for item in items)


def example(kind: type[Any]) -> str:
    """Return a TOML file with every fact that a gate asks for, all open."""
    hints = get_type_hints(kind)
    lines = [f"# {field.name} = {_kind_in_words(hints[field.name])}" for field in fields(kind)]
    return "\n".join(lines) + "\n"


def _kind_in_words(hint: Any) -> str:
    kinds = get_args(hint) or (hint,)
    if getattr(hint, "__origin__", None) is tuple:
        return "[750000, 1200000]"
    if bool in kinds:
        return "true or false"
    if date in kinds:
        return "2027-03-01"
    return "a whole number" if int in kinds else '"text"'
