"""One record as rows and as text."""

from collections.abc import Iterator

from comity.authorities.calendar import due_days
from comity.authorities.catalogue import Catalogue
from comity.authorities.conditions import committees_in_words
from comity.terms.authority import Authority, Notice, Reading

LIST_COLUMNS = (
    "id",
    "citation",
    "name",
    "title",
    "category",
    "subcategory",
    "status",
    "certainty",
    "checked",
)


def record_fields(record: Authority, book: Catalogue) -> Iterator[tuple[str, str]]:
    """Write a record as pairs of a heading and a text; empty fields are left out."""
    approval, validity = record.approval, record.validity
    lineage = [r for r in book.lineage(record.id) if r.id != record.id]
    pairs = [
        ("certainty", f"{record.certainty.value}; last checked {record.checked}"),
        ("recheck", record.recheck),
        ("class", f"{record.category}: {record.subcategory}"),
        ("permits", record.permits),
        ("recipients", record.recipients),
        ("holder", approval.holder),
        ("State", approval.state or "not recorded: check"),
        ("Chief of Mission", approval.chief_of_mission),
        ("account", record.account or "not recorded: check"),
        ("restrictions", record.restrictions),
        ("validity", _validity(record)),
        ("origin", record.origin),
        ("last change", record.last_change),
        ("lineage", "; ".join(f"{r.id} ({r.citation})" for r in lineage)),
        ("former numbers", "; ".join((*validity.former_numbers, *validity.later_names))),
        ("note", record.note),
    ]
    yield from ((name, text) for name, text in pairs if text)
    yield from _lists(record)


def _validity(record: Authority) -> str:
    validity = record.validity
    begins = str(validity.begins) if validity.begins else "a day not recorded"
    ends = str(validity.ends) if validity.ends else "no end recorded"
    notes = [n for n in (validity.status_note, validity.begins_note, validity.ends_note) if n]
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"{validity.status}, {validity.permanence}; from {begins}; {ends}{told}"


def _lists(record: Authority) -> Iterator[tuple[str, str]]:
    for cap in record.caps:
        years = f"{cap.span.begins or 'start not recorded'} to {cap.span.ends or 'now'}"
        text = f"USD {cap.usd:,} per {cap.scope}; {cap.text}; {years} [{cap.certainty.value}]"
        yield "ceiling", text
    for notice in record.notices:
        yield "notice", notice_text(notice)
    for report in record.reports:
        dated = "" if due_days(report.due, 2027) else " (no day set)"
        ends = f", until {report.span.ends}" if report.span.ends else ""
        yield "report", f"{report.name}: {report.due}{dated}{ends} [{report.certainty.value}]"
    for step in record.steps:
        yield "step", f"{step.text}" + (f" (when {step.when})" if step.when else "")
    if record.fit is not None:
        for kind in ("activities", "purposes", "recipients", "aims"):
            readings = getattr(record.fit, kind)
            if readings:
                yield f"reach: {kind}", "; ".join(_reading(k, r) for k, r in readings.items())
    if record.bar is not None:
        yield "bar", f"{record.bar.text} Waiver: {record.bar.waiver or 'none'}"
    for source in record.sources:
        told = f"; text as of {source.text_as_of}" if source.text_as_of else ""
        yield "source", f"{source.address} ({source.kind}{told})"


def notice_text(notice: Notice) -> str:
    """Return a notice in one sentence, without a date."""
    clock = f"{notice.hours} hours" if notice.hours is not None else f"{notice.days} days"
    if notice.hours is None and notice.days is None:
        clock = "days not read,"
    when = f" (when {notice.when})" if notice.when else ""
    whom = committees_in_words(notice.to)
    return f"{whom}, {clock} {notice.timing}: {notice.trigger}{when} [{notice.certainty.value}]"


def _reading(word: str, reading: Reading) -> str:
    return f"{word} = {reading.answer.value}" + (f" ({reading.why})" if reading.why else "")
