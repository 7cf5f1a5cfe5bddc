"""What a complete evaluation record must hold: every claim stands on something that is named.

The rules answer what GAO found wanting in evaluations (findings and evidence not tied clearly to
conclusions, :cite:p:`gao2023evaluations`); their wording and codes are Comity's own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.evaluate.record_clock import summary_clock
from comity.evaluate.record_levels import provisional_findings
from comity.evaluate.record_words import unearned_words
from comity.terms.evaluation import Criterion, EvaluationRecord
from comity.terms.shortcoming import Shortcoming


@dataclass(frozen=True, slots=True)
class QualityItem:
    """One item of the quality review, worked out from the record."""

    item: str
    met: bool
    detail: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return {"item": self.item, "met": self.met, "detail": self.detail}


def check_record(record: EvaluationRecord, as_of: date) -> tuple[Shortcoming, ...]:
    """Say what is wanting in a record.

    Parameters
    ----------
    record
        The record.
    as_of
        Day on which the clock of the public summary is read.

    Returns
    -------
    tuple of Shortcoming
        ``E01`` names, ``E02`` criteria, ``E03`` findings without evidence, ``E04`` conclusions
        without findings, ``E05`` recommendations without owner, date or conclusion, ``E06``
        designs and limits, ``E07`` data and vintage, ``E08`` independence, ``E09`` collector and
        reviewer, ``E10`` questions, ``E11`` effect and association, ``E12`` provisional findings
        (advice), ``E13`` quality review, ``E14`` redactions, ``E15`` public summary, ``E16`` items
        that rest on what is withheld but are published (advice), ``E17`` items that nothing uses
        (advice).
    """
    rules = (
        _names,
        _criteria,
        _findings,
        _conclusions,
        _recommendations,
        _designs,
        _data,
        _independence,
        _roles,
        _questions,
        unearned_words,
        _provisional,
        _review,
        _redactions,
        _disclosing,
        _unused,
    )
    found = [one for rule in rules for one in rule(record)]
    return (*found, *_summary(record, as_of))


def quality_items(record: EvaluationRecord) -> tuple[QualityItem, ...]:
    """Work out the five items of the quality review (a Comity default)."""
    findings, conclusions = record.findings, record.conclusions
    told = [f for f in findings if _known(f.evidence, record.evidence)]
    drawn = [c for c in conclusions if _known(c.findings, findings)]
    limited = [d for d in record.designs if d.limits.strip()]
    owned = [r for r in record.recommendations if r.owner.strip() and r.due]
    stated = bool(record.independence.strip())
    return (
        _item("Every conclusion cites findings", drawn, conclusions),
        _item("Every finding cites evidence", told, findings),
        _item("The limits of every design are stated", limited, record.designs),
        QualityItem("Independence is stated", stated, "stated" if stated else "not stated"),
        _item("Every recommendation has an owner and a date", owned, record.recommendations),
    )


def self_assessed_share(record: EvaluationRecord) -> float | None:
    """Share of evaluators who took part in what they evaluated; None where none are named."""
    if not record.evaluators:
        return None
    return sum(1 for one in record.evaluators if one.took_part) / len(record.evaluators)


def _item(text: str, met: Iterable[object], every: Iterable[object]) -> QualityItem:
    good, total = len(list(met)), len(list(every))
    return QualityItem(text, total > 0 and good == total, f"{good} of {total}")


def _known(cited: Iterable[str], among: Iterable[Any]) -> bool:
    names = {one.id for one in among}
    listed = list(cited)
    return bool(listed) and set(listed) <= names


def _cites(
    code: str, where: str, cited: tuple[str, ...], among: Iterable[Any], kind: str
) -> Iterator[Shortcoming]:
    """Something must be cited, and all of it must exist."""
    names = {one.id for one in among}
    if not cited:
        yield Shortcoming(code, where, f"It cites no {kind}; name what it rests on.")
    for name in cited:
        if name not in names:
            yield Shortcoming(code, where, f"It cites {kind} {name!r}, which is not in the record.")


def _items(record: EvaluationRecord) -> list[Any]:
    return [
        *record.questions,
        *record.designs,
        *record.data,
        *record.evidence,
        *record.findings,
        *record.conclusions,
        *record.recommendations,
    ]


def _names(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for name, count in Counter(one.id for one in _items(record)).items():
        if count > 1:
            yield Shortcoming("E01", name, f"{count} items are called {name!r}; number them apart.")


def _criteria(record: EvaluationRecord) -> Iterator[Shortcoming]:
    listed = {cover.criterion: cover for cover in record.criteria}
    asked = {question.criterion for question in record.questions}
    for criterion in Criterion:
        where, cover = f"criterion {criterion}", listed.get(criterion)
        if cover is None:
            yield Shortcoming("E02", where, "Say whether it is covered, and why not if it is not.")
        elif not cover.covered and not cover.reason.strip():
            yield Shortcoming("E02", where, "It is not covered; give the reason.")
        elif cover.covered and criterion not in asked:
            yield Shortcoming("E02", where, "It is marked as covered, but no question asks it.")
        elif not cover.covered and criterion in asked:
            yield Shortcoming("E02", where, "It is marked as not covered, but a question asks it.")


def _findings(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for finding in record.findings:
        where = f"finding {finding.id}"
        yield from _cites("E03", where, finding.evidence, record.evidence, "evidence")
    if not record.findings:
        yield Shortcoming("E03", "findings", "There are none yet.")


def _conclusions(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for conclusion in record.conclusions:
        where = f"conclusion {conclusion.id}"
        yield from _cites("E04", where, conclusion.findings, record.findings, "finding")
    if not record.conclusions:
        yield Shortcoming("E04", "conclusions", "There are none yet.")


def _recommendations(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for one in record.recommendations:
        where = f"recommendation {one.id}"
        yield from _cites("E05", where, one.conclusions, record.conclusions, "conclusion")
        if not one.owner.strip():
            yield Shortcoming("E05", where, "It has no owner; name an office that can act.")
        if one.due is None:
            yield Shortcoming("E05", where, "It has no date; say by when.")
        elif record.completed and one.due < record.completed:
            yield Shortcoming("E05", where, f"It is due on {one.due}, before the evaluation ends.")


def _designs(record: EvaluationRecord) -> Iterator[Shortcoming]:
    if not record.designs:
        yield Shortcoming("E06", "designs", "There is none; say how the answers were sought.")
    for design in record.designs:
        if not design.limits.strip():
            yield Shortcoming("E06", f"design {design.id}", "Its limits are not stated.")
    for finding in record.findings:
        cited = (finding.design,) if finding.design else ()
        yield from _cites("E06", f"finding {finding.id}", cited, record.designs, "design")


def _data(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for source in record.data:
        if not source.vintage.strip():
            yield Shortcoming("E07", f"data {source.id}", "Its vintage is not stated.")
    for one in record.evidence:
        where = f"evidence {one.id}"
        if one.data:
            yield from _cites("E07", where, one.data, record.data, "data")
        elif not one.location.strip():
            yield Shortcoming("E07", where, "It names no data and no place where it is kept.")


def _independence(record: EvaluationRecord) -> Iterator[Shortcoming]:
    share = self_assessed_share(record)
    if share is None:
        yield Shortcoming("E08", "evaluators", "None are named.")
    if not record.independence.strip():
        yield Shortcoming("E08", "independence", "There is no statement of independence.")
    if share:
        yield Shortcoming(
            "E08",
            "evaluators",
            f"{share:.0%} of them took part in what they evaluated; say how that was handled.",
            must=share == 1,
        )


def _roles(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for one in record.evidence:
        if one.collected_by.strip() and one.collected_by.strip() == one.reviewed_by.strip():
            yield Shortcoming(
                "E09",
                f"evidence {one.id}",
                f"{one.collected_by} collected and reviewed it; let somebody else review it.",
            )


def _questions(record: EvaluationRecord) -> Iterator[Shortcoming]:
    if not record.questions:
        yield Shortcoming("E10", "questions", "There are none; say what is to be answered.")
    answered = {finding.question for finding in record.findings}
    known = {question.id for question in record.questions}
    for question in record.questions:
        if question.id not in answered:
            yield Shortcoming(
                "E10",
                f"question {question.id}",
                "No finding answers it; add one, if only to say that it stays unclear.",
            )
    for finding in record.findings:
        if finding.question not in known:
            yield Shortcoming(
                "E10",
                f"finding {finding.id}",
                f"It answers {finding.question!r}, which is not asked.",
            )


def _provisional(record: EvaluationRecord) -> Iterator[Shortcoming]:
    for finding, reason in provisional_findings(record).items():
        yield Shortcoming("E12", f"finding {finding}", f"It is {reason}.", must=False)


def _review(record: EvaluationRecord) -> Iterator[Shortcoming]:
    review = record.quality_review
    if not review.reviewer.strip() or review.reviewed is None:
        yield Shortcoming("E13", "quality review", "It has no reviewer or no date yet.")
    elif review.reviewer in {one.name for one in record.evaluators}:
        yield Shortcoming(
            "E13", "quality review", f"{review.reviewer} is one of the evaluators; ask another."
        )


def _redactions(record: EvaluationRecord) -> Iterator[Shortcoming]:
    names = {one.id for one in _items(record)}
    for redaction in record.public_summary.redactions:
        where = f"redaction of {redaction.item}"
        if redaction.item not in names:
            yield Shortcoming("E14", where, "There is no such item in the record.")
        if not redaction.reason.strip() or not redaction.decided_by.strip():
            yield Shortcoming("E14", where, "Give the reason and who decided it.")


def _disclosing(record: EvaluationRecord) -> Iterator[Shortcoming]:
    """What is withheld may be told by what rests on it."""
    withheld = {one.item for one in record.public_summary.redactions}
    resting = [("evidence", one.id, one.data) for one in record.evidence]
    resting += [("finding", one.id, one.evidence) for one in record.findings]
    resting += [("conclusion", one.id, one.findings) for one in record.conclusions]
    resting += [("recommendation", one.id, one.conclusions) for one in record.recommendations]
    for kind, name, cited in resting:
        hidden = [other for other in cited if other in withheld]
        if hidden and name not in withheld:
            yield Shortcoming(
                "E16",
                f"{kind} {name}",
                f"It is published but rests on {', '.join(hidden)}, which is withheld; see that it"
                " does not disclose it.",
                must=False,
            )


def _summary(record: EvaluationRecord, as_of: date) -> Iterator[Shortcoming]:
    clock = summary_clock(record, as_of)
    if record.completed and not record.public_summary.text.strip():
        yield Shortcoming("E15", "public summary", f"It is not written. {clock}")
    elif clock.state == "overdue":
        yield Shortcoming("E15", "public summary", f"It is not posted. {clock}")
    elif clock.state in {"running", "posted late"}:
        yield Shortcoming("E15", "public summary", str(clock), must=False)


def _unused(record: EvaluationRecord) -> Iterator[Shortcoming]:
    cited = {name for f in record.findings for name in f.evidence}
    cited |= {name for c in record.conclusions for name in c.findings}
    for kind, items in (("evidence", record.evidence), ("finding", record.findings)):
        for one in items:
            if one.id not in cited:
                yield Shortcoming("E17", f"{kind} {one.id}", "Nothing cites it.", must=False)
