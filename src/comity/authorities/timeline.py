"""The law's history: when each authority began, was renumbered, and ended; how many stood each year."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.rules.validity import in_force
from comity.terms.authority import Answer, Authority, Certainty
from comity.terms.errors import InputError

FIRST_YEAR = 1961


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an authority.

    Parameters
    ----------
    when
        Day, or year where the day is not known.
    what
        ``begins``, ``ends``, or ``renumbered`` (a predecessor carried on under a new number).
    ids
        The record, or for a renumbering the old one and the new ones.
    certainty
        How far the date was checked.
    """

    when: str
    what: str
    ids: tuple[str, ...]
    title: str
    text: str
    certainty: Certainty

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "when": self.when,
            "what": self.what,
            "ids": list(self.ids),
            "title": self.title,
            "text": self.text,
            "certainty": self.certainty.value,
        }


def events(
    book: Catalogue | None = None, *, first: int = FIRST_YEAR, last: int | None = None
) -> tuple[Event, ...]:
    """Return every dated event in order; a renumbering is one event, not an end and a beginning."""
    book = chosen(book)
    found = [event for record in book for event in _of(record, book)]
    kept = [e for e in found if first <= int(e.when[:4]) <= (last or 9999)]
    return tuple(sorted(kept, key=lambda e: (e.when, e.what, e.ids)))


def _of(record: Authority, book: Catalogue) -> Iterable[Event]:
    validity = record.validity
    heirs = _first_heirs(record, book)
    if validity.begins is not None and not _carried_on(record, book):
        text = f"{record.citation}: {record.name}"
        yield Event(
            str(validity.begins),
            "begins",
            (record.id,),
            record.title,
            text,
            validity.begins_certainty,
        )
    if validity.ends is None:
        return
    if heirs:
        into = ", ".join(heir.citation for heir in heirs)
        text = f"{record.citation} ({record.name}) becomes {into}"
        when = str(heirs[0].validity.begins)
        ids = (record.id, *(heir.id for heir in heirs))
        yield Event(when, "renumbered", ids, record.title, text, validity.ends_certainty)
        return
    text = f"{record.citation}: {record.name}"
    yield Event(
        str(validity.ends), "ends", (record.id,), record.title, text, validity.ends_certainty
    )


def _first_heirs(record: Authority, book: Catalogue) -> list[Authority]:
    """Return the records that carried it on at once; later heirs follow by way of these."""
    heirs = [book[i] for i in record.validity.successors]
    begins = {h.id: h.validity.begins.earliest for h in heirs if h.validity.begins is not None}
    first = min(begins.values(), default=None)
    return [heir for heir in heirs if begins.get(heir.id, date.max) == first]


def _carried_on(record: Authority, book: Catalogue) -> bool:
    """Whether the beginning is only a new number: a predecessor ended just before."""
    return any(book[i].validity.ends is not None for i in record.validity.predecessors)


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many records stood on 31 December of a year."""

    year: int
    title_10: int
    title_22: int
    acts: int
    unsure: int

    def to_dict(self) -> dict[str, int]:
        """Return plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of some years, and how many records stood at the end of each."""

    first: int
    last: int
    events: tuple[Event, ...]
    years: tuple[YearCount, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "first": self.first,
            "last": self.last,
            "events": [event.to_dict() for event in self.events],
            "years": [year.to_dict() for year in self.years],
            "disclaimer": DISCLAIMER,
        }


def timeline(last: int, *, first: int = FIRST_YEAR, book: Catalogue | None = None) -> Timeline:
    """Return the events and the yearly counts together, from 1961 unless told otherwise.

    Raises
    ------
    InputError
        If the first year lies before 1961 or after the last.
    """
    if not FIRST_YEAR <= first <= last:
        raise InputError(f"The first year lies between {FIRST_YEAR} and {last}, not {first}.")
    return Timeline(first, last, events(book, first=first, last=last), counts(first, last, book))


def counts(first: int, last: int, book: Catalogue | None = None) -> tuple[YearCount, ...]:
    """Count the records of each year by body of law; those with an unknown date stand apart."""
    book = chosen(book)
    return tuple(_count(year, book) for year in range(first, last + 1))


def _count(year: int, book: Catalogue) -> YearCount:
    found = {"Title 10": 0, "Title 22": 0, "acts": 0}
    unsure = 0
    for record in book:
        answer = in_force(record, date(year, 12, 31)).answer
        if answer is Answer.CHECK:
            unsure += 1
        elif answer is Answer.YES:
            found[record.title if record.title in found else "acts"] += 1
    return YearCount(year, found["Title 10"], found["Title 22"], found["acts"], unsure)
