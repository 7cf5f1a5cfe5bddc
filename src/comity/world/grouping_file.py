"""Groupings as TOML files: Comity's own and a user's.

One file holds one family::

    family = "Our priorities"             # what the groups have in common
    source = "Guidance of March 2024"     # who says so
    vintage = "2024"                      # optional, as of when
    certainty = "agreed list"             # optional, one sentence

    [groups.PRIORITY]
    title = "Priority partners"
    note = "..."                          # optional
    members = ["KEN", "Ghana"]            # in every year; ids, codes or names

    [[groups.PRIORITY.membership]]        # in some years; as many as needed
    members = ["NER"]
    start = 2015-01-01                    # a day or a year; optional
    end = 2023                            # last day or last year; optional
    certainty = "recalled"                # source (the default), recalled or choice
    note = "..."
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from comity.terms.errors import FileError, InputError
from comity.terms.grouping import Certainty, Grouping, Membership
from comity.world.partners import PartnerBook

_FAMILY_FIELDS = {"family", "source", "vintage", "certainty", "groups"}
_GROUP_FIELDS = {"title", "note", "members", "membership"}
_SPELL_FIELDS = {"members", "start", "end", "certainty", "note"}
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def group_key(name: str) -> str:
    """Return a group's name as it is compared: capitals, with underscores between words.

    >>> group_key("wb south-asia")
    'WB_SOUTH_ASIA'
    """
    return re.sub(r"[\s\-]+", "_", name.strip().upper())


def read_groupings(text: str, file: str, book: PartnerBook) -> tuple[Grouping, ...]:
    """Read one family.

    Parameters
    ----------
    text
        The TOML document.
    file
        Its name, for errors.
    book
        The partners that may be members.

    Raises
    ------
    FileError
        If it is no TOML, or a field is missing, unknown or of the wrong kind, or a member is no
        partner; names the file and the field, or the line where TOML itself is at fault.
    """
    return _Reader(file, book).family(_parsed(text, file))


def _parsed(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"\(at line (\d+)", str(problem))
        reason = re.sub(r"\s*\(at .*\)$", "", str(problem))
        line = int(found[1]) if found else None
        raise FileError(file, f"this is not TOML: {reason}.", line=line) from problem


class _Reader:
    """Turns a document into groupings and says where it cannot."""

    def __init__(self, file: str, book: PartnerBook) -> None:
        self._file, self._book = file, book

    def family(self, raw: Mapping[str, Any]) -> tuple[Grouping, ...]:
        self._known(raw, _FAMILY_FIELDS, "")
        groups = raw.get("groups")
        if not isinstance(groups, dict) or not groups:
            raise self._error("groups", "there is no group", "Add [groups.NAME] with members.")
        return tuple(self._group(name, group, raw) for name, group in groups.items())

    def _group(self, name: str, raw: Any, family: Mapping[str, Any]) -> Grouping:
        at = f"groups.{name}"
        if not _NAME.fullmatch(name):
            raise self._error(
                at, "the name must be capitals, digits and underscores", f"Write {group_key(name)}."
            )
        if not isinstance(raw, dict):
            raise self._error(at, f"expected a table, found {raw!r}", f"Write [{at}].")
        self._known(raw, _GROUP_FIELDS, at)
        memberships = tuple(self._memberships(raw, at))
        if not memberships:
            raise self._error(at, "there is no member", "Add members or a membership.")
        return Grouping(
            name=name,
            title=self._text(raw, "title", at, default=name),
            family=self._text(family, "family", ""),
            source=self._text(family, "source", ""),
            vintage=self._text(family, "vintage", "", default="not stated"),
            certainty=self._text(family, "certainty", "", default="as its source has it"),
            note=self._text(raw, "note", at, default=""),
            memberships=memberships,
        )

    def _memberships(self, raw: Mapping[str, Any], at: str) -> Iterator[Membership]:
        for partner in self._members(raw.get("members", []), f"{at}.members"):
            yield Membership(partner)
        spells = raw.get("membership", [])
        if not isinstance(spells, list) or not all(isinstance(one, dict) for one in spells):
            raise self._error(f"{at}.membership", "expected tables", f"Write [[{at}.membership]].")
        for number, spell in enumerate(spells, start=1):
            yield from self._spell(spell, f"{at}.membership[{number}]")

    def _spell(self, raw: Mapping[str, Any], at: str) -> Iterator[Membership]:
        self._known(raw, _SPELL_FIELDS, at)
        if "members" not in raw:
            raise self._error(f"{at}.members", "this field is missing", "Name the members.")
        start = self._day(raw.get("start"), f"{at}.start", last=False)
        end = self._day(raw.get("end"), f"{at}.end", last=True)
        if start and end and end < start:
            raise self._error(f"{at}.end", f"{end} lies before the start, {start}", "Swap them.")
        certainty = self._certainty(raw.get("certainty", "source"), f"{at}.certainty")
        note = self._text(raw, "note", at, default="")
        for partner in self._members(raw["members"], f"{at}.members"):
            yield Membership(partner, start, end, certainty, note)

    def _members(self, raw: Any, at: str) -> Iterator[str]:
        if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
            raise self._error(at, f"expected names or codes, found {raw!r}", 'Write ["KEN"].')
        for number, name in enumerate(raw, start=1):
            try:
                partner = name if name in self._book else self._book.resolve(name).id
            except InputError as problem:
                raise self._error(f"{at}[{number}]", str(problem), "") from problem
            yield partner

    def _day(self, raw: Any, at: str, *, last: bool) -> date | None:
        if raw is None:
            return None
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        if isinstance(raw, int) and not isinstance(raw, bool) and 1800 <= raw <= 2200:
            return date(raw, 12, 31) if last else date(raw, 1, 1)
        raise self._error(at, f"expected a day or a year, found {raw!r}", "Write 2015-01-31.")

    def _certainty(self, raw: Any, at: str) -> Certainty:
        try:
            return Certainty(raw)
        except ValueError:
            allowed = ", ".join(Certainty)
            raise self._error(at, f"expected {allowed}; found {raw!r}", "Mend it.") from None

    def _text(
        self, raw: Mapping[str, Any], field: str, at: str, *, default: str | None = None
    ) -> str:
        place = f"{at}.{field}" if at else field
        value = raw.get(field, default)
        if value is None:
            raise self._error(place, "this field is missing", f'Add {field} = "...".')
        if not isinstance(value, str):
            raise self._error(place, f"expected text, found {value!r}", "Put it in quotes.")
        return value

    def _known(self, raw: Mapping[str, Any], fields: set[str], at: str) -> None:
        for field in raw:
            if field not in fields:
                place = f"{at}.{field}" if at else field
                raise self._error(
                    place, "there is no such field", f"Known: {', '.join(sorted(fields))}."
                )

    def _error(self, field: str, what: str, mend: str) -> FileError:
        stop = "" if what.endswith(("?", ".")) else "."
        return FileError(self._file, f"{field}: {what}{stop}", mend=mend)
