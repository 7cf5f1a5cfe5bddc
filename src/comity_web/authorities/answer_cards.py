"""The finder's answer made ready for reading: groups by verdict, a card for each record."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from comity.authorities.answer_listing import ROLES, VERDICTS, AnswerListing, verdict_in_words
from comity.authorities.conditions import Condition
from comity.authorities.finder import FinderAnswer
from comity.authorities.judgement import Judgement
from comity.authorities.query import Query, fiscal_year
from comity.cli.shared_question import in_a_sentence
from comity.reports.authorities_document import ceilings, mission
from comity.reports.figure import listed
from comity.terms.authority import Authority, Verdict

OPEN = 3  # cards of a group that stand open at first
NOT_RECORDED = "not recorded: check"


@dataclass(frozen=True, slots=True)
class Card:
    """What a page shows of one judgement.

    Parameters
    ----------
    judgement
        The finder's.
    steps
        What must be done, dated things first and in the order of their dates; without the reports.
    reports
        Recurring reports.
    money, approvals
        Lines of text.
    role
        The part it can play, where that is not to carry the activity; else empty.
    plan
        Query of the calendar's address with this as a planned activity.
    is_open
        Whether the card stands open.
    """

    judgement: Judgement
    steps: tuple[Condition, ...]
    reports: tuple[Condition, ...]
    money: tuple[str, ...]
    approvals: tuple[str, ...]
    role: str
    plan: str
    is_open: bool

    @property
    def record(self) -> Authority:
        """The record."""
        return self.judgement.authority

    @property
    def late(self) -> bool:
        """Whether the last day of a step is past."""
        return any(step.late for step in self.steps)


@dataclass(frozen=True, slots=True)
class Group:
    """The records with one verdict."""

    verdict: str
    cards: tuple[Card, ...]

    @property
    def in_short(self) -> bool:
        """Whether one line for each will do: nothing here is ready to be used."""
        return self.verdict in VERDICTS[3:]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return self.verdict.replace(",", "").replace(" ", "-")


def groups(listing: AnswerListing) -> list[Group]:
    """Sort the judgements into groups, the best verdict first; empty groups are left out."""
    query = listing.answer.query
    found: dict[str, list[Card]] = {verdict: [] for verdict in VERDICTS}
    for judgement in listing.judgements:
        cards = found[verdict_in_words(judgement)]
        cards.append(card(judgement, query, is_open=len(cards) < OPEN))
    return [Group(verdict, tuple(cards)) for verdict, cards in found.items() if cards]


def card(judgement: Judgement, query: Query, *, is_open: bool) -> Card:
    """Make one judgement ready."""
    record = judgement.authority
    steps = [c for c in judgement.conditions if c.kind != "report"]
    steps.sort(key=lambda c: c.by or date.max)
    approval = record.approval
    return Card(
        judgement,
        tuple(steps),
        tuple(c for c in judgement.conditions if c.kind == "report"),
        (record.account or NOT_RECORDED, *ceilings(record)),
        (
            f"holder: {approval.holder or NOT_RECORDED}",
            f"State: {approval.state or NOT_RECORDED}",
            *mission(record),
        ),
        "" if judgement.role == "acts" else ROLES[judgement.role],
        plan_query(record.id, query),
        is_open and judgement.verdict is not Verdict.NOT_USABLE,
    )


def plan_query(authority: str, query: Query) -> str:
    """Return the query of the calendar with this question planned under an authority."""
    plan = f"{authority}:{query.on}:{query.activity}:{query.recipient}"
    return urlencode({"fy": fiscal_year(query.on), "plan": plan})


@dataclass(frozen=True, slots=True)
class Brief:
    """An answer in brief, for a page: its sentence, its numbers, its nearest misses.

    Parameters
    ----------
    query
        The question; ``question`` says it in words.
    usable, conditional, check
        How many can carry the activity: as they are written, with conditions, if a check says so.
    near
        Those that fit but for one point.
    confirm
        Lists on which nobody looked the partner up.
    data
        The catalogue that was asked.
    """

    query: Query
    question: str
    usable: int
    conditional: int
    check: int
    near: tuple[Judgement, ...]
    confirm: tuple[str, ...]
    data: str
    total: int
    conclusion: str

    @property
    def nothing(self) -> bool:
        """Whether nothing is usable."""
        return not self.usable and not self.conditional


def brief(answer: FinderAnswer) -> Brief:
    """Put an answer in brief."""
    return Brief(
        query=answer.query,
        question=in_a_sentence(answer.query),
        usable=len(answer.usable),
        conditional=len(answer.conditional),
        check=len(answer.to_check),
        near=answer.near_misses(),
        confirm=answer.to_confirm,
        data=answer.provenance.data,
        total=len(answer.judgements),
        conclusion=conclusion(answer),
    )


def conclusion(answer: FinderAnswer) -> str:
    """Say in a sentence what an answer comes to."""
    usable, conditional, check = answer.usable, answer.conditional, answer.to_check
    if not usable and not conditional:
        told = f"; {len(check)} must be checked before they count" if check else ""
        return f"Nothing in the catalogue is usable for this, as far as it was read{told}."
    best = (*usable, *conditional)[0]
    counted = (
        (len(usable), "usable as written"),
        (len(conditional), "usable with conditions"),
        (len(check), "to be checked first"),
    )
    told = listed([f"{number} {what}" for number, what in counted if number])
    wait = f", with a wait of {best.wait} days" if best.wait else ""
    return (
        f"Authorities that can carry it: {told}. Made best for it: {best.authority.citation} "
        f"({best.authority.name}){wait}."
    )
