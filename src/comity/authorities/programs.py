"""Accounts, programs and the money of a year: what a mechanism needs beside the law."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.terms.authority import Certainty
from comity.terms.errors import FileError, UnknownName


@dataclass(frozen=True, slots=True)
class Account:
    """An account and the fiscal years in which it had money at all; see ``accounts.toml``."""

    id: str
    name: str
    authorities: tuple[str, ...]
    first_year: int
    certainty: Certainty
    last_year: int | None = None
    no_money: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A program with its authorities, account and lead time; see ``programs.toml``."""

    id: str
    name: str
    authorities: tuple[str, ...]
    account: str
    runs: str
    certainty: Certainty
    lead_days: int | None = None
    lead_text: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """A year's money of an account, as the user entered it."""

    account: str
    fiscal_year: int
    usd: int
    source: str = ""


def _read(name: str) -> Any:
    text = files("comity.authorities").joinpath(f"{name}s.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)[name]


def _built(item: Mapping[str, Any]) -> dict[str, Any]:
    tuples = {"authorities": tuple(item["authorities"])}
    return {**item, **tuples, "certainty": Certainty(item["certainty"])}


@cache
def accounts() -> Mapping[str, Account]:
    """Return every account by its id."""
    return {item["id"]: Account(**_built(item)) for item in _read("account")}


@cache
def programs() -> Mapping[str, Program]:
    """Return every program by its id."""
    return {item["id"]: Program(**_built(item)) for item in _read("program")}


def read_money(path: Path) -> tuple[Money, ...]:
    """Read a user's file of appropriations.

    It holds one ``[[money]]`` table for each year of an account: ``account`` (an id of
    ``accounts.toml``), ``fiscal_year``, ``usd`` and, if known, ``source``.

    Raises
    ------
    FileError
        If it cannot be read, or an entry is incomplete or names no account.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise FileError(path, f"it cannot be read ({problem}).", mend="It must be TOML.") from None
    return tuple(_money(item, path) for item in table.get("money", ()))


def _money(item: Mapping[str, Any], path: Path) -> Money:
    for key, kind in (("account", str), ("fiscal_year", int), ("usd", int)):
        if not isinstance(item.get(key), kind):
            mend = "Each [[money]] needs account, fiscal_year and usd."
            raise FileError(path, f"a [[money]] entry has no usable {key!r}.", mend=mend)
    if item["account"] not in accounts():
        told = str(UnknownName("account", item["account"], accounts()))
        raise FileError(path, told, mend=f"Known: {', '.join(accounts())}.")
    return Money(item["account"], item["fiscal_year"], item["usd"], str(item.get("source", "")))
