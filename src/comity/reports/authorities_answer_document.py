"""The finder's answer as a document for Word: what is usable, how, and why the others are not."""

from collections.abc import Iterator, Sequence

from comity.authorities.answer_listing import ROLES, verdict_in_words
from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.combination import Combination
from comity.authorities.combine import Combinations
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.reports.combination_words import asks_of
from comity.reports.document_blocks import Block, Document, Heading, Note, Paragraph, Table
from comity.terms.version import VERSION

UNREAD = "not recorded: check"


def answer_document(
    answers: Sequence[FinderAnswer],
    questions: Sequence[str],
    found: Combinations | None = None,
    *,
    banner: str,
) -> Document:
    """Return the finder's answers as one document.

    Parameters
    ----------
    answers
        One for each part of the package.
    questions
        The question of each answer in words.
    found
        Sets of authorities for the whole package, where they were searched.
    banner
        Marking that stands on every page.

    Returns
    -------
    Document
        Every record of the catalogue is in it: the usable and doubtful ones with steps, the others
        with their reason.
    """
    blocks: list[Block] = [Note(DISCLAIMER)]
    if found is not None:
        blocks += _sets(found)
    for answer, question in zip(answers, questions, strict=True):
        blocks += _answer(answer, question)
    checked = max(j.authority.checked for a in answers for j in a.judgements)
    facts = [("Question", text) for text in questions]
    facts += [
        ("Asked for", answers[0].query.on.isoformat()),
        ("Catalogue", answers[0].provenance.data),
    ]
    return Document(
        title="Which authority allows this?",
        subtitle=questions[0] if len(questions) == 1 else f"A package of {len(questions)} parts",
        banner=banner,
        facts=tuple(facts),
        blocks=tuple(blocks),
        footer=f"Comity {VERSION}, catalogue last checked {checked}",
    )


def _answer(answer: FinderAnswer, question: str) -> Iterator[Block]:
    yield Heading(question)
    if not answer.usable and not answer.conditional:
        yield Note("Nothing in the catalogue is usable for this, as far as it was read.")
    shown = (*answer.usable, *answer.conditional, *answer.to_check)
    for judgement in shown:
        yield from _in_full(judgement)
    near = answer.near_misses()
    if near:
        yield Heading("Nearest misses: they fit but for one point")
        yield Table(
            ("Authority", "The point", "Certainty"),
            tuple((_name(j), f"{j.misses[0].rule}: {j.misses[0].why}", _sure(j)) for j in near),
            (0.35, 0.5, 0.15),
        )
    if answer.to_confirm:
        yield Heading("Confirm first")
        yield Paragraph(
            "Nobody looked the partner up on these lists: " + "; ".join(answer.to_confirm) + "."
        )
    ids = {j.authority.id for j in shown}
    rest = [j for j in answer.judgements if j.authority.id not in ids]
    yield Heading(f"Every other record, with the reason ({len(rest)})")
    rows = tuple((_name(j), verdict_in_words(j), j.reasons[0], _sure(j)) for j in rest)
    yield Table(("Authority", "Verdict", "Reason", "Certainty"), rows, (0.32, 0.14, 0.41, 0.13))


def _in_full(judgement: Judgement) -> Iterator[Block]:
    record = judgement.authority
    yield Heading(f"{record.citation}: {verdict_in_words(judgement)}")
    yield Paragraph(record.name)
    approvers = ", ".join(record.approval.approvers) or UNREAD
    rows = [
        ("Certainty", f"{record.certainty.value}; last checked {record.checked}"),
        ("Why", "\n".join(judgement.reasons)),
        ("Wait", f"{judgement.wait} days before the start" if judgement.wait else "none recorded"),
        ("Money", record.account or UNREAD),
        ("Approvals", f"{approvers}; State: {record.approval.state or UNREAD}"),
        ("Steps", "\n".join(_steps(judgement)) or UNREAD),
    ]
    if judgement.role != "acts":
        rows.insert(0, ("Part", ROLES[judgement.role]))
    yield Table(("Point", "What the record says"), tuple(rows), (0.15, 0.85))


def _steps(judgement: Judgement) -> Iterator[str]:
    for condition in judgement.conditions:
        late = " TOO LATE: that day is past." if condition.late else ""
        yield f"• {condition.text} [{condition.certainty.value}]{late}"


def _sets(found: Combinations) -> Iterator[Block]:
    yield Heading("Sets of authorities that carry the package")
    if found.single:
        yield Paragraph("One authority carries the whole package.")
    rows = tuple(_set(place, option) for place, option in enumerate(found.options, start=1))
    if rows:
        yield Table(("Set", "Carries", "Asks for"), rows, (0.06, 0.47, 0.47))
    for query in found.uncovered:
        yield Note(f"Nobody carries: {query.activity} for {query.recipient}.")
    yield Paragraph("The weights behind the order are Comity defaults.")


def _set(place: int, option: Combination) -> tuple[str, str, str]:
    carries = [
        f"{query.activity} for {query.recipient}: {judgement.authority.citation} "
        f"({verdict_in_words(judgement)}) [{_sure(judgement)}]"
        for query, judgement in zip(option.needs, option.carriers, strict=True)
    ]
    return str(place), "\n".join(carries), "\n".join(asks_of(option))


def _name(judgement: Judgement) -> str:
    return f"{judgement.authority.citation}\n{judgement.authority.name}"


def _sure(judgement: Judgement) -> str:
    return judgement.authority.certainty.value
