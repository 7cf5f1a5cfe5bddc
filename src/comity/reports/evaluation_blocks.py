"""An evaluation record laid out as a document: the full report, or the public summary."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date

from comity.evaluate.public_version import public_version
from comity.evaluate.record import check_record, quality_items, self_assessed_share
from comity.evaluate.record_clock import summary_clock
from comity.evaluate.record_levels import levels_of, provisional_findings
from comity.reports.document_blocks import Block, Document, Heading, Note, Paragraph, Table
from comity.terms.evaluation import Criterion, EvaluationRecord
from comity.terms.shortcoming import grave
from comity.terms.version import VERSION

BANNER = "Unclassified. This document holds no classified information."
_NONE = "–"


def evaluation_document(record: EvaluationRecord, as_of: date, *, public: bool = False) -> Document:
    """Lay out a record.

    Parameters
    ----------
    record
        The evaluation.
    as_of
        Day of the document; the clock of the public summary is read on it.
    public
        Whether to make the version that everybody may read, with redactions and their reasons.

    Raises
    ------
    InputError
        If a redaction of the public version has no reason.
    """
    shown = public_version(record) if public else record
    blocks: list[Block] = [*_standing(record, as_of, public=public)]
    blocks += _summary(shown)
    blocks += _questions(shown)
    blocks += _designs(shown)
    blocks += _evidence(shown)
    blocks += _findings(shown)
    blocks += _levels(shown)
    blocks += _conclusions(shown)
    blocks += _recommendations(shown)
    blocks += _independence(shown)
    blocks += _quality(record)
    blocks += _publication(record, as_of)
    kind = "Public summary of an evaluation" if public else "Evaluation report"
    return Document(
        title=record.title,
        subtitle=f"{kind} {record.id}",
        banner=BANNER,
        facts=(
            ("Partner", record.partner),
            ("Evaluated", record.initiative),
            ("Period", record.period),
            ("Asked for by", record.commissioned_by),
            ("Evaluators", "; ".join(f"{one.name}, {one.role}" for one in record.evaluators)),
            ("Completed", _day(record.completed) if record.completed else "not yet"),
        ),
        blocks=tuple(blocks),
        footer=f"Comity {VERSION}, {_day(as_of)}, record {_digest(record)}",
    )


def _standing(record: EvaluationRecord, as_of: date, *, public: bool) -> list[Block]:
    """Say at the top that a record is a draft; list what is wanting in the full version."""
    wanting = grave(check_record(record, as_of))
    if not wanting:
        return []
    things = "1 thing is" if len(wanting) == 1 else f"{len(wanting)} things are"
    told: list[Block] = [Note(f"Draft: {things} still to be mended.")]
    if not public:
        rows = [(one.where[:1].upper() + one.where[1:], one.message) for one in wanting]
        told.append(_table(("Where", "What is wanting"), rows, (0.3, 0.7)))
    return told


def _summary(record: EvaluationRecord) -> list[Block]:
    if not record.public_summary.text.strip():
        return []
    return [Heading("Summary"), *_paragraphs(record.public_summary.text)]


def _questions(record: EvaluationRecord) -> list[Block]:
    asked: dict[Criterion, list[str]] = {}
    for question in record.questions:
        asked.setdefault(question.criterion, []).append(f"{question.id}. {question.text}")
    covers = {cover.criterion: cover for cover in record.criteria}
    rows = []
    for criterion in Criterion:
        cover = covers.get(criterion)
        told = "not stated" if cover is None else "covered" if cover.covered else "not covered"
        text = [*asked.get(criterion, [])]
        if cover is not None and cover.reason.strip():
            text.append(cover.reason)
        rows.append((f"{criterion.value.capitalize()}. {criterion.asks}", told, "\n".join(text)))
    return [
        Heading("Questions and criteria"),
        Paragraph(
            "The six criteria of the OECD's Development Assistance Committee; one that is not "
            "covered says why."
        ),
        _table(("Criterion", "Covered", "Questions, or the reason"), rows, (0.36, 0.14, 0.5)),
    ]


def _designs(record: EvaluationRecord) -> list[Block]:
    rows = [
        (
            f"{one.id}. {one.kind.value.capitalize()}",
            one.description
            + (f"\nAssumptions tested: {one.assumptions_tested}" if one.assumptions_tested else ""),
            one.limits,
            "effect" if one.earns_effect else "association",
        )
        for one in record.designs
    ]
    return [
        Heading("Design and its limits"),
        _table(("Design", "How", "Limits", "May speak of"), rows, (0.2, 0.34, 0.3, 0.16)),
    ]


def _evidence(record: EvaluationRecord) -> list[Block]:
    data = [
        (one.id, f"{one.title}. {one.publisher}", one.vintage, one.limits) for one in record.data
    ]
    seen = [(one.id, one.text, ", ".join(one.data) or one.location) for one in record.evidence]
    return [
        Heading("Data and evidence"),
        _table(
            ("Data", "Title and publisher", "Vintage", "Limits"), data, (0.08, 0.34, 0.26, 0.32)
        ),
        _table(("Evidence", "What was seen, counted or said", "From"), seen, (0.12, 0.66, 0.22)),
    ]


def _findings(record: EvaluationRecord) -> list[Block]:
    provisional = provisional_findings(record)
    rows = [
        (
            one.id,
            one.text
            + (f"\n({provisional[one.id].capitalize()}.)" if one.id in provisional else ""),
            f"{one.question}: {one.answer.value}",
            one.level.value,
            one.confidence.value,
            ", ".join((*one.evidence, one.design)),
        )
        for one in record.findings
    ]
    header = ("", "Finding", "Answers", "Level", "Confidence", "Rests on")
    return [
        Heading("Findings"),
        _table(header, rows, (0.06, 0.4, 0.14, 0.12, 0.15, 0.13)),
    ]


def _levels(record: EvaluationRecord) -> list[Block]:
    rows = [
        (
            f"{i}. {state.level.value.capitalize()}",
            state.level.asks,
            state.standing.value,
            ", ".join(state.findings),
            state.reason,
        )
        for i, state in enumerate(levels_of(record), 1)
    ]
    return [
        Heading("Five levels"),
        Paragraph(
            "A finding is provisional while a level below its own is unanswered or answered with no."
        ),
        _table(
            ("Level", "Question", "Stands", "Findings", "Mark"),
            rows,
            (0.22, 0.27, 0.15, 0.12, 0.24),
        ),
    ]


def _conclusions(record: EvaluationRecord) -> list[Block]:
    rows = [(one.id, one.text, ", ".join(one.findings)) for one in record.conclusions]
    return [
        Heading("Conclusions"),
        _table(("", "Conclusion", "Rests on"), rows, (0.06, 0.76, 0.18)),
    ]


def _recommendations(record: EvaluationRecord) -> list[Block]:
    rows = [
        (
            one.id,
            one.text,
            one.owner,
            _day(one.due) if one.due else "",
            ", ".join(one.conclusions),
            one.response,
        )
        for one in record.recommendations
    ]
    header = ("", "Recommendation", "Owner", "By", "Rests on", "Response")
    return [
        Heading("Recommendations"),
        _table(header, rows, (0.06, 0.32, 0.22, 0.13, 0.13, 0.14)),
    ]


def _independence(record: EvaluationRecord) -> list[Block]:
    share = self_assessed_share(record)
    told = "No evaluators are named."
    if share is not None:
        took = sum(one.took_part for one in record.evaluators)
        told = f"{took} of {len(record.evaluators)} evaluators took part in what they evaluated."
    return [Heading("Independence"), *_paragraphs(record.independence), Paragraph(told)]


def _quality(record: EvaluationRecord) -> list[Block]:
    rows = [(one.item, "yes" if one.met else "no", one.detail) for one in quality_items(record)]
    review = record.quality_review
    told = "It has not been reviewed."
    if review.reviewer:
        when = f" on {_day(review.reviewed)}" if review.reviewed else ""
        told = f"Reviewed by {review.reviewer}{when}. {review.notes}".strip()
    return [
        Heading("Quality review"),
        _table(("Item (Comity's own list)", "Met", "Detail"), rows, (0.6, 0.15, 0.25)),
        Paragraph(told),
    ]


def _publication(record: EvaluationRecord, as_of: date) -> list[Block]:
    clock = summary_clock(record, as_of)
    posted = record.public_summary.posted
    told = [str(clock)]
    if posted is not None:
        told.append(f"Posted on {_day(posted)}. {record.public_summary.address}".strip())
    if clock.source:
        told.append(f"Where the number of days comes from: {clock.source}")
    rows = [(one.item, one.reason, one.decided_by) for one in record.public_summary.redactions]
    withheld: list[Block] = [Paragraph("Nothing is withheld from the public version.")]
    if rows:
        withheld = [_table(("Withheld", "Reason", "Decided by"), rows, (0.14, 0.56, 0.3))]
    return [Heading("Publication and what is withheld"), *map(Paragraph, told), *withheld]


def _table(
    header: tuple[str, ...], rows: Iterable[Sequence[str]], widths: tuple[float, ...]
) -> Table:
    """Cells without text get a dash, so that an empty cell is never taken for a slip."""
    filled = tuple(tuple(cell.strip() or _NONE for cell in row) for row in rows)
    return Table(header, filled or ((_NONE,) * len(header),), widths)


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(part.strip()) for part in text.split("\n\n") if part.strip()]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _digest(record: EvaluationRecord) -> str:
    text = json.dumps(record.to_dict(), default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
