"""What the finder hands out: JSON, CSV, Word."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comity.authorities.answer_listing import verdict_in_words
from comity.authorities.combine import Combinations, combine
from comity.authorities.finder import FinderAnswer, find
from comity.authorities.query import Query
from comity.cli.shared_question import in_a_sentence
from comity.reports.authorities_answer_document import answer_document
from comity.reports.evaluation_docx import docx_document
from comity_web.access.queries import site_settings

_COLUMNS = (
    "question", "id", "citation", "name", "verdict", "role", "certainty", "reasons", "steps",
    "wait_days", "approvers", "account", "last_checked",
)  # fmt: skip
Answers = Sequence[FinderAnswer]


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of download: its title, its media type, and what makes it."""

    title: str
    media_type: str
    write: Callable[[Answers, Combinations | None], bytes]


def exported(needs: Sequence[Query], kind: str) -> bytes:
    """Answer the needs and write the answer; sets of authorities are searched for a package."""
    found = combine(needs) if len(needs) > 1 else None
    answers = found.answers if found else (find(needs[0]),)
    return EXPORTS[kind].write(answers, found)


def _json(answers: Answers, found: Combinations | None) -> bytes:
    payload = answers[0].to_dict() if found is None else {
        "answers": [answer.to_dict() for answer in answers],
        "combinations": found.to_dict(),
    }  # fmt: skip
    return json.dumps(payload, indent=2, ensure_ascii=False).encode()


def _csv(answers: Answers, _found: Combinations | None) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for answer in answers:
        question = in_a_sentence(answer.query)
        for judgement in answer.judgements:
            row = judgement.to_dict() | {
                "question": question,
                "verdict": verdict_in_words(judgement),
                "reasons": " | ".join(judgement.reasons),
                "steps": " | ".join(c.text for c in judgement.conditions),
                "approvers": ", ".join(judgement.authority.approval.approvers),
            }
            writer.writerow(row)
    return text.getvalue().encode("utf-8-sig")


def _word(answers: Answers, found: Combinations | None) -> bytes:
    questions = [in_a_sentence(answer.query) for answer in answers]
    return docx_document(answer_document(answers, questions, found, banner=site_settings().banner))


EXPORTS = {
    "json": Export("JSON", "application/json", _json),
    "csv": Export("CSV", "text/csv; charset=utf-8", _csv),
    "docx": Export(
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _word,
    ),
}
