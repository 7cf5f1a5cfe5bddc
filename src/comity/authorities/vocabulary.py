"""The words that a question may use, read from ``words.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from comity.terms.errors import InputError, UnknownName

KINDS = ("activity", "purpose", "recipient", "aim", "list")
LONGEST_LIST = 30


@cache
def _table() -> dict[str, Any]:
    text = files("comity.authorities").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(kind: str) -> Mapping[str, str]:
    """Return every word of a kind with its meaning; kinds are in ``KINDS``."""
    return MappingProxyType(_table()[kind])


@cache
def joined_groups() -> Mapping[str, Mapping[str, Any]]:
    """Return groups that are made of other groups and of single partners, such as ``NATO+5``."""
    return MappingProxyType(_table()["group"])


@cache
def partner_kinds() -> Mapping[str, Mapping[str, Any]]:
    """Return the kinds of partner that the overlap matrix may have as columns."""
    return MappingProxyType(_table()["partner-kind"])


@cache
def committees() -> Mapping[str, tuple[str, ...]]:
    """Return the sets of committees that the law names, such as ``six`` for chapter 16."""
    return MappingProxyType({key: tuple(names) for key, names in _table()["committees"].items()})


def word(kind: str, given: str) -> str:
    """Return the word that a person means; American and British spelling are both taken.

    Raises
    ------
    UnknownName
        If there is none; the message lists what is allowed and the nearest words.
    """
    known = words(kind)
    plain = given.strip().lower().replace("_", "-").replace(" ", "-")
    british = plain.replace("defense", "defence").replace("ization", "isation")
    british = british.replace("organized", "organised")
    for candidate in (plain, british):
        if candidate in known:
            return candidate
    refusal = UnknownName(kind, given, known)
    refusal.args = (f"{refusal} Allowed: {', '.join(known)}.",)
    raise refusal


def whole_dollars(given: str, what: str = "amount") -> int:
    """Read an amount in US dollars: ``5000000``, ``5,000,000``, ``5M`` or ``750k``.

    Raises
    ------
    InputError
        If it is none of these, or not above zero.
    """
    text = given.strip().lower().replace(",", "").replace("_", "").removeprefix("usd").strip(" $")
    scale = {"k": 10**3, "m": 10**6, "b": 10**9}.get(text[-1:], 1)
    try:
        number = float(text[:-1] if scale > 1 else text) * scale
    except ValueError:
        number = 0.0
    if not 0 < number < 1e13:
        raise InputError(
            f"{given!r} is not an {what} in US dollars; write it as 5000000, 5,000,000, 5M or 750k."
        )
    return round(number)
