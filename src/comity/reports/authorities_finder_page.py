"""The finder's answer as one page that works offline: every record with its verdict and the reason."""

from collections.abc import Iterator, Sequence
from typing import Any

from comity.authorities.answer_listing import ROLES, VERDICTS, verdict_in_words
from comity.authorities.combination import Combination
from comity.authorities.combine import Combinations
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.reports.authorities_document import card, ceilings, document, facet, mission, one
from comity.reports.combination_words import asks_of
from comity.terms.authority import Certainty, Verdict

FACETS = (
    ("verdict", "Verdict"),
    ("role", "Part it can play"),
    ("title", "Body of law"),
    ("category", "Category"),
    ("certainty", "Certainty"),
)
UNREAD = "not recorded: check"


def finder_page(
    answers: Sequence[FinderAnswer], questions: Sequence[str], found: Combinations | None = None
) -> str:
    """Return the finder's answers as one HTML document with its style and script inside.

    Parameters
    ----------
    answers
        One for each part of the package.
    questions
        The question of each answer in words.
    found
        Sets of authorities for the whole package, where they were searched.
    """
    several = len(answers) > 1
    records = [
        _card(judgement, answer, f"{place}. {words}" if several else words, place * several)
        for place, (answer, words) in enumerate(zip(answers, questions, strict=True), start=1)
        for judgement in answer.judgements
    ]
    facets = (("question", "Question"), *FACETS) if several else FACETS
    words_of = {id(a.query): words for a, words in zip(answers, questions, strict=True)}
    return document(
        "authorities_finder_page.html",
        records=records,
        questions=[
            _question(answer, words, place * several)
            for place, (answer, words) in enumerate(zip(answers, questions, strict=True), start=1)
        ],
        told=list(dict.fromkeys(told for answer in answers for told in _told(answer.query))),
        sets=_sets(found, words_of) if found is not None else None,
        checked=max(j.authority.checked for a in answers for j in a.judgements).isoformat(),
        facets=[_facet(name, label, records) for name, label in facets],
        data=answers[0].provenance.data,
    )


def _facet(name: str, label: str, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Keep the verdicts in their order, those that no record has included."""
    found = facet(name, label, records)
    if name == "verdict":
        counts = {choice["value"]: choice["count"] for choice in found["choices"]}
        found["choices"] = [{"value": v, "count": counts.get(v, 0)} for v in VERDICTS]
    return found


def _anchor(authority_id: str, place: int) -> str:
    return f"q{place}-{authority_id}" if place else authority_id


def _question(answer: FinderAnswer, words: str, place: int) -> dict[str, Any]:
    return {
        "words": words,
        "activity": f"{answer.query.activity} for {answer.query.recipient}",
        "total": len(answer.judgements),
        "counts": _counts(answer),
        "nothing": not answer.usable and not answer.conditional,
        "confirm": answer.to_confirm,
        "near": [
            {
                "id": _anchor(judgement.authority.id, place),
                "citation": judgement.authority.citation,
                "name": judgement.authority.name,
                "why": f"{judgement.misses[0].rule}: {judgement.misses[0].why}",
                "certainty": judgement.authority.certainty.value,
            }
            for judgement in answer.near_misses()
        ],
    }


def _told(query: Query) -> Iterator[str]:
    """Say what the sentence leaves out."""
    if query.aim:
        yield f"aim: {query.aim}"
    if query.project is not None:
        yield f"dearest construction project: USD {query.project:,}"
    if query.partner is not None:
        for label, names in (
            ("groups", query.partner.groups),
            ("on the list", query.partner.listed),
            ("looked up and not on the list", query.partner.cleared),
        ):
            if names:
                yield f"{label}: {', '.join(sorted(names))}"
    if query.today is not None:
        yield f"time counted from {query.today}"


def _counts(answer: FinderAnswer) -> list[dict[str, Any]]:
    rows = []
    for verdict in (*VERDICTS, "all"):
        inside = [j for j in answer.judgements if verdict in {"all", verdict_in_words(j)}]
        alone = sum(j.role == "acts" for j in inside)
        rows.append(
            {
                "verdict": verdict,
                "alone": alone,
                "beside": len(inside) - alone,
                "all": len(inside),
            }
        )
    return rows


def _card(judgement: Judgement, answer: FinderAnswer, words: str, place: int) -> dict[str, Any]:
    record = judgement.authority
    base = card(record)
    late = any(condition.late for condition in judgement.conditions)
    wait = f" · wait {judgement.wait} days" if judgement.wait else ""
    part = "" if judgement.role == "acts" else f" · {ROLES[judgement.role]}"
    return base | {
        "id": _anchor(record.id, place),
        "question": words,
        "verdict": verdict_in_words(judgement),
        "role": ROLES[judgement.role],
        "detail": (f" in part {place}" if place else "")
        + wait
        + part
        + (" · a day is past" if late else ""),
        "out": judgement.verdict is Verdict.NOT_USABLE,
        "text": f"{base['text']} {' '.join(judgement.reasons).lower()}",
        "fields": [{"name": n, "texts": texts} for n, texts in _fields(judgement, answer) if texts],
    }


def _fields(judgement: Judgement, answer: FinderAnswer) -> Iterator[tuple[str, list[str]]]:
    record = judgement.authority
    lean = f", leaning to {judgement.leaning}" if judgement.leaning else ""
    yield "verdict", [f"{judgement.verdict.value}{lean}; {ROLES[judgement.role]}"]
    yield "reasons", list(judgement.reasons)
    yield "steps", _steps(judgement)
    wait = f"{judgement.wait} days before {answer.query.on}"
    yield "wait", one(wait if judgement.wait else "")
    yield "money", [record.account or UNREAD, *ceilings(record)]
    yield (
        "approvals",
        [
            f"holder: {record.approval.holder or UNREAD}",
            f"State: {record.approval.state or UNREAD}",
            *mission(record),
        ],
    )
    yield "reports", [f"{r.name}: {r.due} [{r.certainty}]" for r in record.reports]
    yield "permits", [record.permits]
    yield "note", one(record.note)
    told = f"{record.certainty.value}; last checked {record.checked}"
    yield "certainty", [told + (f"; recheck: {record.recheck}" if record.recheck else "")]


def _steps(judgement: Judgement) -> list[str]:
    if judgement.verdict is Verdict.NOT_USABLE:
        return ["none worked out, because it is not usable here"]
    steps = []
    for condition in judgement.conditions:
        if condition.kind == "report":
            continue
        weak = condition.certainty is not Certainty.VERIFIED
        late = " TOO LATE: that day is past." if condition.late else ""
        steps.append(condition.text + (f" [{condition.certainty.value}]" if weak else "") + late)
    return steps or ["none recorded: check"]


def _sets(found: Combinations, words_of: dict[int, str]) -> dict[str, Any]:
    return {
        "single": found.single,
        "options": [_set(option) for option in found.options],
        "uncovered": [words_of[id(query)] for query in found.uncovered],
    }


def _set(option: Combination) -> dict[str, Any]:
    carries = [
        f"{query.activity} for {query.recipient}: {judgement.authority.citation} "
        f"({verdict_in_words(judgement)}) [{judgement.authority.certainty.value}]"
        for query, judgement in zip(option.needs, option.carriers, strict=True)
    ]
    names = [record.citation for record in option.authorities]
    return {
        "names": names,
        "cost": f"{option.cost:.2f}",
        "carries": carries,
        "facts": asks_of(option),
    }
