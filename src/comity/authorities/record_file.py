"""From one TOML file to one frozen record; a mistake names the file, the field and the mend."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from comity.terms.authority import (
    Answer,
    Approval,
    Authority,
    Bar,
    Certainty,
    DatedAmount,
    Fit,
    Notice,
    PartnerRule,
    PurposeDates,
    Reading,
    Report,
    Source,
    Step,
    Validity,
)
from comity.terms.errors import FileError, InputError
from comity.terms.moment import Span, parse_moment

Table = Mapping[str, Any]
_NEEDED = (
    "id",
    "citation",
    "name",
    "title",
    "group",
    "category",
    "subcategory",
    "permits",
)
_WORDS = (
    "recipients",
    "restrictions",
    "account",
    "reporting",
    "cap_note",
    "origin",
    "last_change",
    "note",
    "recheck",
)
_NEEDED_SECTIONS = ("certainty", "checked", "validity", "approval", "source")
_SECTIONS = ("notice", "cap", "report", "step", "fit", "bar")
_KNOWN = (*_NEEDED, *_WORDS, *_NEEDED_SECTIONS, *_SECTIONS)


def parse_record(text: str, name: str) -> Authority:
    """Read one record.

    Parameters
    ----------
    text
        The TOML.
    name
        File name, for messages.

    Raises
    ------
    FileError
        If it is not TOML, a field is missing or unknown, or a value cannot be read.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FileError(name, f"it is not valid TOML ({problem}).") from problem
    _check_fields(table, name)
    try:
        return _authority(table)
    except (InputError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise FileError(name, f"{_said(problem)}", mend="Compare it with another record.") from None


def _said(problem: Exception) -> str:
    return f"{problem.args[0]!r} is missing." if isinstance(problem, KeyError) else f"{problem}."


def _check_fields(table: Table, name: str) -> None:
    missing = [key for key in (*_NEEDED, *_NEEDED_SECTIONS) if not table.get(key)]
    if missing:
        raise FileError(name, f"{', '.join(missing)} is missing.", mend="Every record needs it.")
    for key in table:
        if key not in _KNOWN:
            near = get_close_matches(key, _KNOWN, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(_KNOWN)}."
            raise FileError(name, f"{key!r} is not a field of a record.", mend=hint)


def _authority(table: Table) -> Authority:
    return Authority(
        **{key: table.get(key, "") for key in (*_NEEDED, *_WORDS)},
        certainty=Certainty(table["certainty"]),
        checked=date.fromisoformat(table["checked"]),
        approval=Approval(**_tuples(table["approval"])),
        validity=_validity(table["validity"]),
        sources=tuple(Source(**source) for source in table["source"]),
        notices=tuple(Notice(**_dated(item)) for item in table.get("notice", ())),
        caps=tuple(DatedAmount(**_dated(item)) for item in table.get("cap", ())),
        reports=tuple(Report(**_dated(item)) for item in table.get("report", ())),
        steps=tuple(Step(**item) for item in table.get("step", ())),
        fit=_fit(table["fit"]) if "fit" in table else None,
        bar=_bar(table["bar"]) if "bar" in table else None,
    )


def _tuples(table: Table) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}


def _sure(table: Table) -> dict[str, Any]:
    found = _tuples(table)
    if "certainty" in found:
        found["certainty"] = Certainty(found["certainty"])
    return found


def _dated(table: Table) -> dict[str, Any]:
    """Fields with ``from`` and ``until`` gathered in a span."""
    found = _sure(table)
    if "seen" in found:
        found["seen"] = date.fromisoformat(found["seen"])
    span = Span(parse_moment(found.pop("from", "")), parse_moment(found.pop("until", "")))
    return found | {"span": span}


def _validity(table: Table) -> Validity:
    found = _tuples(table)
    for key in ("begins", "ends"):
        found[key] = parse_moment(found.get(key, ""))
    for key in ("begins_certainty", "ends_certainty"):
        found[key] = Certainty(found.get(key, "verified"))
    return Validity(**found)


def parse_reading(text: str) -> Reading:
    """Read ``yes``, ``yes: note``, ``if ...``, ``check ...`` or ``no: ...``.

    Raises
    ------
    InputError
        If it begins with none of the four words.
    """
    first, _, rest = text.partition(" ")
    head = first.rstrip(":")
    if head not in set(Answer):
        raise InputError(f"{text!r} must begin with yes, if, check or no")
    answer = Answer(head)
    keep_head = answer is Answer.IF or (answer is Answer.CHECK and not first.endswith(":"))
    why = text if keep_head and rest else rest
    return Reading(answer, why.strip())


def _readings(table: Table) -> dict[str, Reading]:
    return {key: parse_reading(text) for key, text in table.items()}


def _fit(table: Table) -> Fit:
    found = _tuples(table)
    for key in ("activities", "purposes", "recipients", "aims"):
        found[key] = _readings(table.get(key, {}))
    found["partners"] = _partner_rule(table.get("partners", {}))
    found["purpose_dates"] = tuple(
        PurposeDates(
            item["purpose"],
            date.fromisoformat(item["absent_until"]),
            date.fromisoformat(item["present_from"]),
        )
        for item in table.get("purpose_dates", ())
    )
    return Fit(**found)


_PARTNER_NAMES = {
    "not": "excluded",
    "not_note": "excluded_why",
    "group_text": "group_why",
}


def _partner_rule(table: Table) -> PartnerRule:
    found = {_PARTNER_NAMES.get(key, key): value for key, value in _tuples(table).items()}
    readers: dict[str, Callable[[Any], Any]] = {
        "otherwise": parse_reading,
        "otherwise_groups": _readings,
    }
    for key, read in readers.items():
        if key in found:
            found[key] = read(found[key])
    return PartnerRule(**found)


def _bar(table: Table) -> Bar:
    found = _tuples(table)
    found["list_name"] = found.pop("list", "")
    return Bar(**found)
