"""The catalogue of authorities as one page that works offline: filters, badges, print, dark mode."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from comity.authorities.catalogue import DISCLAIMER, Catalogue
from comity.authorities.dated import with_values
from comity.terms.authority import Answer, Authority, Certainty, Notice
from comity.terms.version import VERSION

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
    from jinja2 import Environment
    from markupsafe import Markup

    folder = files("comity.reports").joinpath("templates")
    text = {
        ending: folder.joinpath(f"authorities_page.{ending}").read_text(encoding="utf-8")
        for ending in ("html", "css", "js")
    }
    template = Environment(autoescape=True).from_string(text["html"])
    records = [_card(record, book) for record in sorted(book, key=_place)]
    categories = list(book.counts("category"))
    return template.render(
        records=records,
        disclaimer=DISCLAIMER,
        version=VERSION,
        checked=max(record.checked for record in book).isoformat(),
        shares=_shares(book),
        categories=categories,
        table=_table(book, categories),
        facets=[_facet(name, label, records) for name, label in FACETS],
        style=Markup(text["css"]),  # noqa: S704 (our own file)
        script=Markup(text["js"]),  # noqa: S704 (our own file)
    )


def _place(record: Authority) -> tuple[Any, ...]:
    """Order as a planner looks: chapter 16 first, former provisions last, numbers as numbers."""
    groups = list(ORDER)
    place = groups.index(record.group) if record.group in groups else len(groups)
    parts = re.split(r"(\d+)", record.id)
    return (place, [int(part) if part.isdigit() else part for part in parts])


def _css(certainty: str) -> str:
    return certainty.replace(" ", "-")


def _shares(book: Catalogue) -> list[dict[str, Any]]:
    counts = book.counts("certainty")
    return [
        {
            "name": certainty.value,
            "css": _css(certainty.value),
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


def _facet(name: str, label: str, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    key = "activities" if name == "activity" else name
    values = Counter(
        v for r in records for v in (r[key].split() if key == "activities" else [r[key]])
    )
    choices = [{"value": value, "count": count} for value, count in values.most_common()]
    return {"name": name, "label": label, "choices": choices}


def _card(record: Authority, book: Catalogue) -> dict[str, Any]:
    fields = [{"name": name, "texts": texts} for name, texts in _fields(record, book) if texts]
    activities = _activities(record)
    searched = ("id", "citation", "name", "permits", "account", "recipients")
    words = " ".join(getattr(record, name) for name in searched)
    return {
        "id": record.id,
        "name": record.name,
        "citation": record.citation,
        "title": record.title,
        "category": record.category,
        "subcategory": record.subcategory,
        "standing": STANDING[record.validity.status],
        "certainty": record.certainty.value,
        "css": _css(record.certainty.value),
        "activities": " ".join(activities),
        "text": words.lower(),
        "fields": fields,
        "sources": [
            {
                "address": source.address,
                "kind": source.kind,
                "link": source.address.startswith("https://"),
            }
            for source in record.sources
        ],
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
    yield "recipients", _one(record.recipients)
    yield "who holds it", _one(approval.holder)
    yield "who must agree", [f"State: {approval.state or unread}", *_mission(record)]
    yield "account", [record.account or unread] if record.fit else _one(record.account)
    yield "ceiling", [
        f"USD {cap.usd:,} per {cap.scope}" + (f" ({cap.text})" if cap.text else "")
        + f", {cap.span.begins or 'start not recorded'} to {cap.span.ends or 'now'} [{cap.certainty}]"
        for cap in record.caps
    ]  # fmt: skip
    yield "notification", [_notice(notice, record.checked) for notice in record.notices]
    yield (
        "reports",
        [f"{report.name}: {report.due} [{report.certainty}]" for report in record.reports],
    )
    yield "steps", [with_values(step.text, record.checked) for step in record.steps]
    yield "restrictions", _one(record.restrictions)
    yield "bar", _one(with_values(record.bar.text, record.checked) if record.bar else "")
    yield "validity", [_validity(record)]
    lineage = [r for r in book.lineage(record.id) if r.id != record.id]
    yield "before and after", [f"{r.citation}: {r.name}" for r in lineage]
    yield "note", _one(record.note)
    told = f"{record.certainty.value}; last checked {record.checked}"
    yield "certainty", [told + (f"; recheck: {record.recheck}" if record.recheck else "")]


def _one(text: str) -> list[str]:
    return [text] if text and text != "n/a" else []


def _mission(record: Authority) -> list[str]:
    mission = record.approval.chief_of_mission
    return [f"Chief of Mission: {mission}"] if mission else []


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
