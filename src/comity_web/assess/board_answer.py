"""What the matching board shows: partners by priority and propensity, with funding and labels."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from comity.assess.funding import SELF_PAYING_BELOW, Funding, funding_of, self_paying
from comity.assess.matching import LABELS, Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.figure import Figure
from comity.reports.priority_scatter import priority_scatter
from comity.reports.render import to_svg
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.rules import can
from comity_web.access.scope import Scope
from comity_web.assess.board_question import BoardQuestion
from comity_web.assess.priorities import Priorities, priorities_of
from comity_web.assess.scored import DRAWS, SEED, scores_of
from comity_web.site.computed import computed
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members


@dataclass(frozen=True, slots=True)
class Board:
    """The board's answer.

    Parameters
    ----------
    matches, scores, intervals
        What was computed.
    priorities, funding
        What went into it.
    about
        What a reader must know, one sentence each.
    rows
        The partners of the table.
    counts
        Partners by label.
    """

    matches: Matches
    scores: Scores
    intervals: RankIntervals
    priorities: Priorities
    funding: Funding
    about: tuple[str, ...]
    rows: list[dict[str, Any]]
    counts: dict[str, int]


def board(question: BoardQuestion, user: User | AnonymousUser) -> Board:
    """Match funding with priority and propensity for what was asked.

    Raises
    ------
    DataMissing
        If there is no funding for the year.
    InputError
        If fewer than two partners can be compared.
    """
    scores = scores_of(question.year, question.group, question.start.model)
    intervals = _draws(scores, question)
    priorities = priorities_of(question.year, question.group, question.holder)
    funding, gone, said = _funding(question, scores)
    matches = scores.match(
        priorities.figures,
        funding.amounts,
        intervals=intervals,
        balance=question.balance,
        threshold=question.threshold,
        leave_out=gone,
    )
    rows = [_row(row, priorities, question.holder, user) for row in matches.rows()]
    return Board(
        matches,
        scores,
        intervals,
        priorities,
        funding,
        (priorities.about, *said),
        [row for row in rows if _shown(row, question.label)],
        {label: matches.label.count(label) for label in LABELS},
    )


def plane(shown: Board, question: BoardQuestion) -> tuple[Figure, SafeString]:
    """Draw the plane; each mark leads to its partner's panel."""
    matches = shown.matches
    key = (
        *("plane", question.query(partner="", label=""), shown.priorities.stamp),
        *(shown.scores.model.digest, shown.scores.provenance.data, own_members(question.group)),
    )

    def draw() -> tuple[Figure, SafeString]:
        figure = priority_scatter(matches, unit=shown.funding.unit)
        query = question.query(partner="", label="")
        links = {
            row["said"]: f"{reverse('priority', args=[row['partner']])}?{query}"
            for row in figure.table
        }
        # The drawing escapes every name that it holds.
        return figure, mark_safe(to_svg(figure, prefix="plane-", links=links))  # noqa: S308

    return computed(key, draw)


def _draws(scores: Scores, question: BoardQuestion) -> RankIntervals:
    """Draws with their scores, which the labels' certainty needs after every edit; no ranks."""
    asked = (question.year, question.group, own_members(question.group), DRAWS, SEED)
    key = ("board-draws", scores.model.digest, scores.provenance.data, *asked)

    def draw() -> RankIntervals:
        drawn = scores.rank_intervals(draws=DRAWS, seed=SEED, keep=True)
        return replace(drawn, draws=replace(drawn.draws, ranks=None))

    return computed(key, draw)


def _funding(
    question: BoardQuestion, scores: Scores
) -> tuple[Funding, dict[str, str], tuple[str, ...]]:
    """Amounts, partners that pay for themselves, and what must be said of both."""
    own = question.own
    if own is not None:
        amounts = {p: float(x) for p, x in own.figures.items() if p in scores.partners}
        funding = Funding(amounts, (own.name,), (question.year,) * 2, own.unit, own.note)
        return funding, {}, (f"Funding: own figures {own.name!r}, {own.unit}. {own.note}",)
    found = funding_of(panel(), question.year)
    amounts = {p: found.amounts[p] for p in scores.partners if p in found.amounts}
    first, last = found.years
    series = " + ".join(found.series)
    said = [f"Funding: {series}, yearly mean FY{first}-{last}, {found.unit}. {found.note}"]
    gone = {p: why for p, why in self_paying(amounts, scores.year).items() if p in scores.partners}
    if gone:
        said.append(
            f"{len(gone)} partners of high income get under US$ {SELF_PAYING_BELOW:,.0f} a year and "
            "are not compared; that they pay for themselves is a Comity default."
        )
    return replace(found, amounts=amounts), gone, tuple(said)


def _row(
    row: dict[str, Any], priorities: Priorities, holder: Scope, user: User | AnonymousUser
) -> dict[str, Any]:
    """A partner of the table with whose priority it has, and whether it can be edited here."""
    return {
        **row,
        "style": row["label"].replace(" ", "-"),
        "own": priorities.own.get(row["partner"]),
        "editable": may_edit(user, holder, row["partner"]),
    }


def may_edit(user: User | AnonymousUser, holder: Scope, partner: str) -> bool:
    """Whether somebody may set this partner's priority for the holder."""
    within = holder.covers(Scope("partner", partner))
    return within and can(user, Permission.EDIT_ASSESSMENT, holder)


def _shown(row: dict[str, Any], label: str) -> bool:
    if label == "all":
        return True
    if label:
        return bool(row["label"] == label)
    return bool(row["flagged"] or row["label"] != LABELS[3])
