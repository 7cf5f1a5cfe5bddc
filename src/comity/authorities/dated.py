"""Amounts, days and ceilings looked up by date; one name may have many values, each with its years.

Parameters that several records share are files in ``parameters/``. What belongs to one record, such
as ``T10-331.cap`` or ``T10-333.notice-days``, is read from that record.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.seen import certainty_on, seen_from
from comity.terms.authority import Authority, Certainty, DatedAmount, Notice
from comity.terms.errors import DataMissing, UnknownName
from comity.terms.moment import Span, parse_moment

INSERT = re.compile(r"\{@([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a parameter, for as long as it held.

    Parameters
    ----------
    value
        In the parameter's unit.
    span
        From when to when; an open end is not recorded.
    certainty, source, note
        How it is known.
    seen
        The day from which a text that was read shows it, where that is later than the span's
        beginning; before it the value is less certain.
    since_recorded
        Whether the day since which it has held is recorded; else the span begins with the law.
    """

    value: int
    span: Span
    certainty: Certainty
    source: str = ""
    note: str = ""
    seen: date | None = None
    since_recorded: bool = True

    def certainty_on(self, day: date) -> Certainty:
        """Return how far the value is known on a day."""
        own = self.span if self.since_recorded else Span(None, self.span.ends)
        return certainty_on(day, self.certainty, own, self.seen)

    def to_dict(self, day: date | None = None) -> dict[str, Any]:
        """Return plain values, ready for JSON; with a day, the certainty is that of the day."""
        sure = self.certainty if day is None else self.certainty_on(day)
        begins = self.span.begins if self.since_recorded else None
        return {
            "value": self.value,
            "from": str(begins) if begins else None,
            "until": str(self.span.ends) if self.span.ends else None,
            "seen_from": self.seen.isoformat() if self.seen else None,
            "certainty": sure.value,
            "source": self.source or None,
            "note": self.note or None,
        }


@dataclass(frozen=True, slots=True)
class DatedParameter:
    """A number of the law with its history.

    Parameters
    ----------
    name, title, unit, citation
        How it is called, what it is, its unit and where it stands.
    values
        Oldest first.
    authorities
        Ids of records that use it.
    """

    name: str
    title: str
    unit: str
    citation: str
    values: tuple[DatedValue, ...]
    authorities: tuple[str, ...] = ()

    def on(self, day: date) -> DatedValue:
        """Return the value that held on a day.

        Raises
        ------
        DataMissing
            If none is recorded for that day; says what is.
        """
        found = self.get(day)
        if found is None:
            known = "; ".join(f"{v.value:,} {_years(v.span)}" for v in self.values)
            raise DataMissing(f"No value of {self.name} is recorded for {day}. Recorded: {known}.")
        return found

    def get(self, day: date) -> DatedValue | None:
        """Return the value that held on a day; the one for the shorter time wins."""
        holding = [value for value in self.values if value.span.holds(day)]
        return min(holding, key=_length, default=None)

    def to_dict(self, days: Sequence[date] = ()) -> dict[str, Any]:
        """Return plain values, ready for JSON: the history, and the answer for each day asked.

        A day for which no value is recorded is answered with ``None``.
        """
        found = [(day, self.get(day)) for day in days]
        return {
            "name": self.name,
            "title": self.title,
            "unit": self.unit,
            "citation": self.citation,
            "authorities": list(self.authorities),
            "history": [value.to_dict() for value in self.values],
            "on": {day.isoformat(): value and value.to_dict(day) for day, value in found},
            "disclaimer": DISCLAIMER,
        }

    def text_on(self, day: date) -> str:
        """Return the value in words, such as ``USD 2,000,000``."""
        found = self.get(day)
        if found is None:
            return f"an amount not recorded for {day.year}"
        if self.unit.startswith("US dollars"):
            return f"USD {found.value:,}"
        return f"{found.value} {self.unit.partition(',')[0]}"


def _length(value: DatedValue) -> int:
    begins = value.span.begins.earliest if value.span.begins else date.min
    ends = value.span.ends.latest if value.span.ends else date.max
    return (ends - begins).days


def _years(span: Span) -> str:
    return f"from {span.begins or 'an unrecorded day'} until {span.ends or 'further notice'}"


def parse_parameter(name: str, table: Mapping[str, Any]) -> DatedParameter:
    """Build a parameter from its TOML table."""
    values = tuple(
        DatedValue(
            value=item["value"],
            span=Span(parse_moment(item.get("from", "")), parse_moment(item.get("until", ""))),
            certainty=Certainty(item["certainty"]),
            source=item.get("source", ""),
            note=item.get("note", ""),
            seen=date.fromisoformat(item["seen"]) if "seen" in item else None,
            since_recorded="from" in item,
        )
        for item in table["value"]
    )
    return DatedParameter(
        name, table["title"], table["unit"], table["citation"], values, tuple(table["authorities"])
    )


@cache
def shared_parameters() -> Mapping[str, DatedParameter]:
    """Return every parameter of ``parameters/`` by its name."""
    folder = files("comity.authorities").joinpath("parameters")
    entries = sorted(
        (e for e in folder.iterdir() if e.name.endswith(".toml")), key=lambda e: e.name
    )
    found = {}
    for entry in entries:
        name = entry.name.removesuffix(".toml")
        found[name] = parse_parameter(name, tomllib.loads(entry.read_text(encoding="utf-8")))
    return found


def with_values(text: str, day: date) -> str:
    """Put the values of a day in place of ``{@name}`` in a text."""
    if "{@" not in text:
        return text
    return INSERT.sub(lambda found: shared_parameters()[found[1]].text_on(day), text)


def _with_names(text: str) -> str:
    """Name the parameters in a text that holds for no day in particular."""
    return INSERT.sub(lambda found: f"the parameter {found[1]}", text)


def record_parameters(record: Authority) -> tuple[DatedParameter, ...]:
    """Return the ceilings and notice days of one record as parameters."""
    source = record.sources[0].address
    groups: dict[tuple[Any, ...], list[DatedValue]] = {}
    for cap in record.caps:
        key = (cap.scope, cap.activities, cap.recipients, "" if cap.span.begins else cap.text)
        value = _value_of(cap.usd, cap, record, source, cap.text)
        groups.setdefault(_cap_key(key, groups), []).append(value)
    caps = [
        _of_record(record, "cap", place, f"Ceiling, per {key[0]}", "US dollars", values)
        for place, (key, values) in enumerate(groups.items())
    ]
    timed = [(n, n.days) for n in record.notices if n.days is not None]
    days = [
        _of_record(
            record,
            "notice-days",
            place,
            _with_names(notice.trigger),
            "days",
            [_value_of(number, notice, record, source, notice.when)],
        )
        for place, (notice, number) in enumerate(timed)
    ]
    return (*caps, *days)


def _value_of(
    number: int, stated: DatedAmount | Notice, record: Authority, source: str, note: str
) -> DatedValue:
    """Give an undated value the record's own years: it cannot have held outside them."""
    span, validity = stated.span, record.validity
    return DatedValue(
        number,
        Span(span.begins or validity.begins, span.ends or validity.ends),
        stated.certainty,
        source,
        note,
        seen_from(span, stated.seen, record),
        span.begins is not None,
    )


def _cap_key(key: tuple[Any, ...], groups: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Join a dated ceiling with the undated one of the same scope, which is its base."""
    for other in groups:
        if other[:3] == key[:3] and not (other[3] and key[3]):
            return other
    return key


def _of_record(
    record: Authority,
    what: str,
    place: int,
    title: str,
    unit: str,
    values: Sequence[DatedValue],
) -> DatedParameter:
    name = f"{record.id}.{what}" + (f"-{place + 1}" if place else "")
    ordered = tuple(sorted(values, key=lambda v: str(v.span.begins or "")))
    return DatedParameter(
        name, f"{record.name}: {title}", unit, record.citation, ordered, (record.id,)
    )


def all_parameters(book: Catalogue | None = None) -> dict[str, DatedParameter]:
    """Return the shared parameters, then those of every record."""
    found = dict(shared_parameters())
    for record in chosen(book):
        found |= {parameter.name: parameter for parameter in record_parameters(record)}
    return found


def parameter(name: str, book: Catalogue | None = None) -> DatedParameter:
    """Return a parameter by name.

    Parameters
    ----------
    name
        Such as ``"small-scale-construction"`` or ``"T10-331.cap"``.
    book
        Catalogue whose records are asked; Comity's own when left out.

    Raises
    ------
    UnknownName
        If there is none; suggests the nearest.

    Examples
    --------
    >>> parameter("small-scale-construction").on(date(2023, 6, 30)).value
    1500000
    >>> parameter("small-scale-construction").on(date(2025, 6, 30)).value
    2000000
    """
    found = shared_parameters().get(name)
    if found is not None:
        return found
    known = all_parameters(book)
    if name not in known:
        refusal = UnknownName("dated parameter", name, known)
        refusal.args = (f"{refusal} Shared ones: {', '.join(shared_parameters())}.",)
        raise refusal
    return known[name]
