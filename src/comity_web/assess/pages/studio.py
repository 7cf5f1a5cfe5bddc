"""The model studio: change weights, indicators and methods, and see who moves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity.methods.means import MEANS
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can, can_somewhere
from comity_web.assess.queries import scenarios_for
from comity_web.assess.questions import years_offered
from comity_web.assess.studio_answer import answer
from comity_web.assess.studio_controls import controls
from comity_web.assess.studio_export import EXPORTS
from comity_web.assess.studio_map import studio_map
from comity_web.assess.studio_settings import SCALINGS
from comity_web.assess.studio_start import Start, settings_of
from comity_web.world.groups import families


@page(Permission.READ, methods=("GET", "HEAD", "POST"))
def studio(request: HttpRequest) -> HttpResponse:
    """Show the settings of the address with what they lead to; a form becomes an address."""
    if request.method == "POST":
        return _leave(request)
    start, settings = settings_of(request.user, request.GET)
    found = answer(settings, full=True)
    own = start.model.scaling.method
    context = {
        "start": start,
        "settings": settings,
        "answer": found,
        "controls": controls(settings, found),
        "map": studio_map(settings),
        "scenarios": scenarios_for(request.user),
        "families": families(),
        "years": years_offered(settings.year),
        "scalings": dict.fromkeys((*SCALINGS, own)),
        "means": MEANS,
        "exports": EXPORTS,
        "may_save": can_somewhere(request.user, Permission.EDIT_ASSESSMENT),
        "may_save_here": _may_save_to(request, start),
    }
    return render(request, "assess/studio.html", context)


def _leave(request: HttpRequest) -> HttpResponse:
    """Turn the form into an address of the studio, of a download or of the page that saves."""
    start, settings = settings_of(request.user, request.POST)
    then = request.POST.get("then", "")
    target = reverse("studio")
    if then in EXPORTS:
        target = reverse("studio-export", args=[then])
    elif then == "save":
        target = reverse("scenario-new")
    elif then == "save-to" and start.scenario is not None:
        target = reverse("scenario-edit", args=[start.scenario.pk])
    return redirect(f"{target}?{settings.query}")


def _may_save_to(request: HttpRequest, start: Start) -> bool:
    saved = start.scenario
    return (
        saved is not None
        and saved.editable
        and can(request.user, Permission.EDIT_ASSESSMENT, saved.scope)
    )
