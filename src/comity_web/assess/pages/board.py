"""The matching board: where do money, priority and propensity disagree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere
from comity_web.assess.board_question import BALANCE, THRESHOLD, read_board
from comity_web.assess.board_view import board_context, holders_offered
from comity_web.assess.queries import figures_for, scenarios_for
from comity_web.assess.questions import years_offered
from comity_web.world.groups import families


@page(Permission.READ)
def board(request: HttpRequest) -> HttpResponse:
    """Show the plane, the table and, where the address names one, a partner's panel."""
    question = read_board(request.user, request.GET)
    context = {
        **board_context(request, question),
        "holders": holders_offered(request, question),
        "families": families(),
        "years": years_offered(question.year),
        "scenarios": scenarios_for(request.user),
        "own_figures": figures_for(request.user),
        "may_upload": can_somewhere(request.user, Permission.EDIT_ASSESSMENT),
        "defaults": (BALANCE, THRESHOLD),
    }
    return render(request, "assess/board.html", context)
