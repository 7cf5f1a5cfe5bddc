"""The finder's answer as a person reads it on a terminal."""

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from textwrap import wrap

from comity.authorities.combination import Combination
from comity.authorities.combine import Combinations
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query
from comity.cli.shared_question import in_a_sentence
from comity.terms.authority import Certainty, Verdict

WIDEST, NARROWEST = 110, 60


def text_lines(text: str, indent: int, mark: str = "") -> Iterator[str]:
    """Wrap a text to the terminal, hanging under its mark."""
    width = min(WIDEST, max(NARROWEST, get_terminal_size((WIDEST, 24)).columns))
    lead = " " * indent + mark
    follow = " " * len(lead)
    yield from wrap(text, width, initial_indent=lead, subsequent_indent=follow,
                    break_long_words=False, break_on_hyphens=False) or [lead]  # fmt: skip


def answer_lines(answer: FinderAnswer, *, detail: int, everything: bool) -> Iterator[str]:
    """Write the answer: usable, with conditions, to check, near misses, what to confirm.

    Parameters
    ----------
    answer
        The finder's.
    detail
        How many of each kind are shown with their steps; the others with one line.
    everything
        Whether every other record is listed with its reason as well.
    """
    yield in_a_sentence(answer.query)
    yield answer.disclaimer
    yield f"Catalogue: {answer.provenance.data}."
    for title, found in (
        ("USABLE", answer.usable),
        ("USABLE WITH CONDITIONS", answer.conditional),
        ("CHECK (not ruled out, not confirmed)", answer.to_check),
    ):
        yield from _group(title, found, detail)
    if not answer.usable and not answer.conditional:
        yield ""
        yield "Nothing in the catalogue is usable for this, as far as it was read."
    yield from _near(answer)
    if answer.to_confirm:
        yield ""
        yield "CONFIRM FIRST: the partner is on none of these lists (nobody entered it)"
        for text in answer.to_confirm:
            yield from text_lines(text, 2, "- ")
    yield from _rest(answer, everything=everything)


def _group(title: str, found: tuple[Judgement, ...], detail: int) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(found)}"
    for place, judgement in enumerate(found):
        yield from _one(judgement, steps=place < detail)


def _one(judgement: Judgement, *, steps: bool) -> Iterator[str]:
    record = judgement.authority
    head = f"{record.citation}  {record.name}  [{record.certainty.value}]"
    yield from text_lines(head, 2)
    facts = []
    if judgement.wait:
        facts.append(f"wait {judgement.wait} days")
    if record.account:
        facts.append(f"money: {record.account}")
    if record.approval.approvers:
        facts.append(f"approval: {', '.join(record.approval.approvers)}")
    if facts:
        yield from text_lines("; ".join(facts), 4)
    for reason in judgement.reasons[: None if steps else 2]:
        if steps or not reason.startswith("lists"):
            yield from text_lines(reason, 4, "? " if reason.startswith("lists") else "- ")
    if steps:
        for condition in judgement.conditions:
            late = "  TOO LATE: that day is past." if condition.late else ""
            weak = (
                ""
                if condition.certainty is Certainty.VERIFIED
                else f" [{condition.certainty.value}]"
            )
            yield from text_lines(f"{condition.text}{weak}{late}", 4, "> ")


def _near(answer: FinderAnswer) -> Iterator[str]:
    found = answer.near_misses()
    if not found:
        return
    yield ""
    yield "NEAREST MISSES: they fit but for one point"
    for judgement in found:
        miss, record = judgement.misses[0], judgement.authority
        text = (
            f"{record.citation}  {record.name}: {miss.rule}: {miss.why}  [{record.certainty.value}]"
        )
        yield from text_lines(text, 2, "x ")


def _rest(answer: FinderAnswer, *, everything: bool) -> Iterator[str]:
    shown = {j.authority.id for j in (*answer.usable, *answer.conditional, *answer.to_check)}
    rest = [j for j in answer.judgements if j.authority.id not in shown]
    yield ""
    if not everything:
        doubtful = sum(j.verdict is Verdict.CHECK for j in rest)
        yield (
            f"{len(rest)} more records answer as well ({doubtful} of them 'check, leaning to no'): "
            "--all shows each with its reason."
        )
        return
    yield f"EVERY OTHER RECORD: {len(rest)}"
    for judgement in rest:
        record = judgement.authority
        lean = f", leaning to {judgement.leaning}" if judgement.leaning else ""
        told = f"{record.id} ({record.citation}): {judgement.verdict.value}{lean}; {judgement.reasons[0]}"
        yield from text_lines(told, 2, "- ")


def combination_lines(found: Combinations) -> Iterator[str]:
    """Write the best sets of authorities for a package."""
    yield f"A package of {len(found.answers)} parts. {found.disclaimer}"
    if found.single:
        yield "One authority carries the whole package."
    for place, option in enumerate(found.options, start=1):
        yield ""
        yield from _option(option, place)
    for query in found.uncovered:
        yield ""
        yield f"NOBODY CARRIES: {in_a_sentence(query)}"
        answer = next(a for a in found.answers if a.query is query)
        yield from _near(answer)
    yield ""
    yield "Weights are Comity defaults; --quickest counts the wait first."


def _option(option: Combination, place: int) -> Iterator[str]:
    names = ", ".join(record.citation for record in option.authorities)
    yield from text_lines(f"{place}. {names}  (cost {option.cost:.2f})", 0)
    for query, judgement in zip(option.needs, option.carriers, strict=True):
        yield from text_lines(_carried(query, judgement), 4, "- ")
    by = f", first notice by {option.notify_by}" if option.notify_by else ""
    yield from text_lines(f"longest wait: {option.wait} days{by}", 4)
    for what, values in (
        ("approvals", option.approvers),
        ("accounts", option.accounts),
        ("reports", option.reports),
        ("sunset risk", option.sunsets),
        ("to check", option.to_check),
    ):
        if values:
            yield from text_lines(f"{what}: {'; '.join(values)}", 4)


def _carried(query: Query, judgement: Judgement) -> str:
    record = judgement.authority
    told = f"{query.activity} for {query.recipient}: {record.citation} [{record.certainty.value}]"
    first = next((r for r in judgement.reasons if r.startswith(("activity", "recipient"))), "")
    return f"{told} {first}".strip()


def show(lines: Iterable[str]) -> str:
    """Join lines for the terminal."""
    return "\n".join(lines)
