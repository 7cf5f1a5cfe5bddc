"""One ready study before it is run: design, claims, data, limits; and how to run it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity_web.access.guard import page, somebody
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere
from comity_web.evaluate.actions import queue_ready
from comity_web.evaluate.forms import ReadyRunForm
from comity_web.evaluate.queries import runs_for
from comity_web.evaluate.study_cards import StudyCard, study_card


@page(Permission.READ)
def study(request: HttpRequest, name: str) -> HttpResponse:
    """Show a study."""
    card = study_card(name)
    return _shown(request, card, ReadyRunForm(card=card))


@page(Permission.RUN_STUDIES, methods=("POST",))
def study_run(request: HttpRequest, name: str) -> HttpResponse:
    """Queue a run and show how far it is; or say what is wrong with the options."""
    card = study_card(name)
    form = ReadyRunForm(request.POST, card=card)
    if not form.is_valid():
        return _shown(request, card, form)
    job = queue_ready(card.study.id, by=somebody(request), **form.cleaned_data)
    return redirect("job", pk=job.pk)


def _shown(request: HttpRequest, card: StudyCard, form: ReadyRunForm) -> HttpResponse:
    context = {
        "card": card,
        "form": form,
        "runs": runs_for(request.user, card.study.id),
        "may_run": can_somewhere(request.user, Permission.RUN_STUDIES),
        "may_read": can_somewhere(request.user, Permission.READ_DRAFTS),
    }
    return render(request, "evaluate/study.html", context)
