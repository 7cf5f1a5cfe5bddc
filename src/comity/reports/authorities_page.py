"""The catalogue of authorities as one page that works offline: filters, badges, print, dark mode."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from comity.authorities.catalogue import Catalogue
from comity.authorities.dated import with_values
from comity.reports.authorities_document import (
    card,
    ceilings,
    document,
    facet,
    mission,
    one,
    style_of,
)
from comity.terms.authority import Answer, Authority, Certainty, Notice

STANDING = {"in force": "in force", "ended": "not in force", "check": "to be checked"}
FACETS = (
    ("title", "Body of law"),
    ("category", "Category"),
    ("activity", "Activity"),
    ("standing", "In force"),
    ("certainty", "Certainty"),
)

ORDER = (
    "T10-ch16",
    "T10-other",
    "NDAA-uncodified",
    "appropriation",
    "T22-FAA",
    "T22-AECA",
    "T22-other",
    "T50",
    "T14",
    "T31",
    "T1",
    "T10-history",
)


def page(book: Catalogue) -> str:
    """Return the whole catalogue as one HTML document with its style and script inside.

    Parameters
    ----------
    book
        The catalogue.
    """
    records = [_card(record, book) for record in sorted(book, key=_place)]
    categories = list(book.counts("category"))
    return document(
        "authorities_page.html",
        records=records,
        checked=max(record.checked for record in book).isoformat(),
        shares=_shares(book),
        categories=categories,
        table=_table(book, categories),
        facets=[facet(name, label, records) for name, label in FACETS],
    )


def _place(record: Authority) -> tuple[Any, ...]:
    """Order as a planner looks: chapter 16 first, former provisions last, numbers as numbers."""
    groups = list(ORDER)
    place = groups.index(record.group) if record.group in groups else len(groups)
    parts = re.split(r"(\d+)", record.id)
    return (place, [int(part) if part.isdigit() else part for part in parts])


def _shares(book: Catalogue) -> list[dict[str, Any]]:
    counts = book.counts("certainty")
    return [
        {
            "name": certainty.value,
            "css": style_of(certainty),
            "count": counts[certainty.value],
            "percent": round(100 * counts[certainty.value] / len(book), 1),
        }
        for certainty in Certainty
        if certainty.value in counts
    ]


def _table(book: Catalogue, categories: Sequence[str]) -> list[dict[str, Any]]:
    counts = Counter((record.title, record.category) for record in book)
    rows = []
    for title, total in book.counts("title").items():
        numbers = [counts[title, category] for category in categories]
        rows.append({"title": title, "numbers": numbers, "total": total})
    return rows


def _card(record: Authority, book: Catalogue) -> dict[str, Any]:
    fields = [{"name": name, "texts": texts} for name, texts in _fields(record, book) if texts]
    return card(record) | {
        "standing": STANDING[record.validity.status],
        "out": record.validity.status == "ended",
        "activity": "|".join(_activities(record)),
        "fields": fields,
    }


def _activities(record: Authority) -> list[str]:
    if record.fit is None:
        return []
    readings = record.fit.activities.items()
    return [word for word, reading in readings if reading.answer is not Answer.NO and word != "any"]


def _fields(record: Authority, book: Catalogue) -> Iterator[tuple[str, list[str]]]:
    approval = record.approval
    unread = "not recorded: check"
    yield "permits", [record.permits]
    yield "recipients", one(record.recipients)
    yield "who holds it", one(approval.holder)
    yield "who must agree", [f"State: {approval.state or unread}", *mission(record)]
    yield "account", [record.account or unread] if record.fit else one(record.account)
    yield "ceiling", ceilings(record)
    yield "notification", [_notice(notice, record.checked) for notice in record.notices]
    yield (
        "reports",
        [f"{report.name}: {report.due} [{report.certainty}]" for report in record.reports],
    )
    yield "steps", [with_values(step.text, record.checked) for step in record.steps]
    yield "restrictions", one(record.restrictions)
    yield "bar", one(with_values(record.bar.text, record.checked) if record.bar else "")
    yield "validity", [_validity(record)]
    lineage = [r for r in book.lineage(record.id) if r.id != record.id]
    yield "before and after", [f"{r.citation}: {r.name}" for r in lineage]
    yield "note", one(record.note)
    told = f"{record.certainty.value}; last checked {record.checked}"
    yield "certainty", [told + (f"; recheck: {record.recheck}" if record.recheck else "")]


def _notice(notice: Notice, day: date) -> str:
    days = f"{notice.hours} hours" if notice.hours else f"{notice.days} days"
    clock = "days not read," if notice.hours is None and notice.days is None else days
    whom = ", ".join(notice.to) or "committees not read"
    trigger = with_values(notice.trigger, day)
    return f"{whom}; {clock} {notice.timing}: {trigger} [{notice.certainty}]"


def _validity(record: Authority) -> str:
    validity = record.validity
    begins = f"from {validity.begins}" if validity.begins else "beginning not recorded"
    ends = f", to {validity.ends}" if validity.ends else ""
    notes = "; ".join(n for n in (validity.status_note, validity.ends_note) if n)
    told = f"{STANDING[validity.status]}, {validity.permanence}, {begins}{ends}"
    return told + (f" ({notes})" if notes else "")
