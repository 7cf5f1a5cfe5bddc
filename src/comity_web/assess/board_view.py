"""What the board's page and its parts put into their templates."""

from typing import Any

from django.http import HttpRequest

from comity.assess.matching import LABELS
from comity.terms.errors import ComityError, DataMissing, InputError
from comity_web.access.permissions import Permission
from comity_web.access.rules import scopes_with
from comity_web.access.scope import EVERYWHERE, Scope, for_group
from comity_web.assess.board_answer import Board, board, may_edit, plane
from comity_web.assess.board_question import BoardQuestion
from comity_web.assess.priority_form import PriorityForm
from comity_web.assess.queries import priority_of, scopes_with_priorities, trail_of


def board_context(request: HttpRequest, question: BoardQuestion) -> dict[str, Any]:
    """Everything of the board that changes when a priority does."""
    context: dict[str, Any] = {"question": question, "labels": LABELS}
    try:
        shown = board(question, request.user)
    except (DataMissing, InputError) as refusal:
        return {**context, "refused": str(refusal)}
    figure, svg = plane(shown, question)
    context |= {"board": shown, "figure": figure, "svg": svg}
    if question.partner:
        context |= partner_context(request, question, shown)
    return context


def partner_context(
    request: HttpRequest,
    question: BoardQuestion,
    shown: Board | None = None,
    form: PriorityForm | None = None,
) -> dict[str, Any]:
    """What the panel of one partner shows: its place, its priority, the form and the history."""
    partner = question.partner
    own = priority_of(question.holder, partner)
    shown = shown or _board_or_none(request, question)
    rows = {row["partner"]: row for row in shown.matches.rows()} if shown else {}
    begun = {"value": own.value if own else None}
    return {
        "question": question,
        "partner": Scope("partner", partner),
        "row": rows.get(partner),
        "holding": shown.priorities.own.get(partner) if shown else own,
        "figure_now": shown.priorities.figures.get(partner) if shown else None,
        "own": own,
        "form": form or PriorityForm(initial=begun),
        "may_edit": may_edit(request.user, question.holder, partner),
        "versions": own.versions.all() if own else [],
        "trail": trail_of(request.user, own) if own else [],
    }


def holders_offered(request: HttpRequest, question: BoardQuestion) -> list[Scope]:
    """Whose priorities can be chosen: everywhere, the group's, one's own, and those that exist."""
    mine = scopes_with(request.user, Permission.EDIT_ASSESSMENT)
    known = (EVERYWHERE, for_group(question.group), question.holder, *mine)
    found = dict.fromkeys((*known, *scopes_with_priorities()))
    return sorted(found, key=lambda s: (s.kind != "everywhere", s.kind, s.code))


def _board_or_none(request: HttpRequest, question: BoardQuestion) -> Board | None:
    try:
        return board(question, request.user)
    except ComityError:
        return None
