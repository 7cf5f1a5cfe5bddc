"""The catalogue as a list with facets: body of law, category, activity, standing on a day, certainty."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue, chosen
from comity.authorities.facet_counts import (
    Chosen,
    Definition,
    Facet,
    check,
    facets,
    kept,
)
from comity.authorities.record_view import STANDING, standing, summary
from comity.authorities.vocabulary import words
from comity.terms.authority import Answer, Authority, Certainty, Reading

SEARCHED = ("id", "citation", "name", "permits", "recipients", "account", "restrictions")
CATEGORIES = ("activity", "mission", "partner", "supporting", "restriction")
NOTHING: Chosen = {}


def activities(record: Authority) -> tuple[str, ...]:
    """Return the activities that a record reaches, surely or perhaps; none for a companion."""
    return reached(record.fit.activities, "activity") if _acts(record) and record.fit else ()


def reached(readings: Mapping[str, Reading], kind: str) -> tuple[str, ...]:
    """Return the words of a kind that readings do not rule out; ``any`` stands for the others."""
    general = readings.get("any")
    return tuple(
        word
        for word in words(kind)
        if (reading := readings.get(word, general)) is not None and reading.answer is not Answer.NO
    )


def _acts(record: Authority) -> bool:
    return record.fit is not None and not record.fit.companion


def definitions(on: date) -> dict[str, Definition[Authority]]:
    """Return the facets of the catalogue on a day, by their names."""
    certainties = [certainty.value for certainty in Certainty]
    return {
        "title": Definition("Body of law", lambda r: (r.title,)),
        "category": Definition("Category", lambda r: (r.category,), CATEGORIES),
        "subcategory": Definition("Kind", lambda r: (r.subcategory,)),
        "activity": Definition("Activity", activities, tuple(words("activity"))),
        "purpose": Definition("Purpose", lambda r: _of(r, "purposes", "purpose"), tuple(words("purpose"))),
        "recipient": Definition("Recipient", lambda r: _of(r, "recipients", "recipient"), tuple(words("recipient"))),
        "standing": Definition("In force", lambda r: (standing(r, on),), tuple(STANDING.values())),
        "state": Definition("State's role", lambda r: (r.approval.level,)),
        "certainty": Definition("Certainty", lambda r: (r.certainty.value,), certainties),
    }  # fmt: skip


def _of(record: Authority, attribute: str, kind: str) -> tuple[str, ...]:
    return reached(getattr(record.fit, attribute), kind) if _acts(record) else ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The records that fit, with the facets.

    Parameters
    ----------
    records
        In the order of the catalogue.
    facets
        Each counts what the other facets and the search leave.
    total
        Records of the whole catalogue.
    shares
        Certainty to its share of the whole catalogue, 0 to 1.
    on
        The day.
    """

    records: tuple[Authority, ...]
    facets: tuple[Facet, ...]
    total: int
    shares: tuple[tuple[str, float], ...]
    on: date

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {
            "on": self.on.isoformat(),
            "total": self.total,
            "number": len(self.records),
            "certainty_shares": dict(self.shares),
            "last_checked": _last_checked(self.records),
            "records": [summary(r) | {"standing": standing(r, self.on)} for r in self.records],
            "facets": [facet.to_dict() for facet in self.facets],
            "disclaimer": DISCLAIMER,
        }


def _last_checked(records: tuple[Authority, ...]) -> str | None:
    days = [record.checked for record in records]
    return max(days).isoformat() if days else None


def listing(
    on: date, *, chosen_facets: Chosen = NOTHING, search: str = "", book: Catalogue | None = None
) -> Listing:
    """List the records that fit, with every facet counted.

    Parameters
    ----------
    on
        The day for which ``standing`` is asked.
    chosen_facets
        Facet (a name of ``definitions``) to the values of which one must hold.
    search
        Words that must all stand in the id, citation, name or main texts, in any case.
    book
        The catalogue; Comity's own when left out.

    Raises
    ------
    UnknownName
        If there is no such facet or value; suggests the nearest.

    Examples
    --------
    >>> found = listing(date(2027, 1, 1), chosen_facets={"title": ["Title 10"]}, search="academy")
    >>> [record.id for record in found.records]
    ['T10-347', 'T10-349', 'T10-350']
    """
    book = chosen(book)
    known = definitions(on)
    check(chosen_facets, book.records, known)
    asked = search.casefold().split()
    found = [record for record in book if all(word in _text(record) for word in asked)]
    return Listing(
        tuple(kept(found, chosen_facets, known)),
        facets(found, chosen_facets, known),
        len(book),
        tuple(book.certainty_shares().items()),
        on,
    )


def _text(record: Authority) -> str:
    return " ".join(getattr(record, name) for name in SEARCHED).casefold()
