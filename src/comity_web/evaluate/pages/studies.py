"""The ready studies: what each asks, what is claimed, what it needs, and its last runs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.evaluate.ready_studies import PERMUTATIONS
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere
from comity_web.evaluate.queries import runs_for
from comity_web.evaluate.study_cards import study_cards
from comity_web.world.evidence import panel

#: Runs that a study's card shows.
LAST = 3


@page(Permission.READ)
def studies(request: HttpRequest) -> HttpResponse:
    """List the studies, each with one click to run it."""
    runs = runs_for(request.user)
    cards = [
        (card, [run for run in runs if run.arguments.get("study") == card.study.id][:LAST])
        for card in study_cards()
    ]
    context = {
        "cards": cards,
        "runs": runs,
        "may_run": can_somewhere(request.user, Permission.RUN_STUDIES),
        "may_read": can_somewhere(request.user, Permission.READ_DRAFTS),
        "permutations": PERMUTATIONS,
        "edition": panel().edition,
    }
    return render(request, "evaluate/studies.html", context)
