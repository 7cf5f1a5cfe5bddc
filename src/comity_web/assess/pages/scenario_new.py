"""Save the studio's settings as a new scenario."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can
from comity_web.access.scope import for_group
from comity_web.assess.actions import create_scenario
from comity_web.assess.recipes import model_from
from comity_web.assess.scenario_form import ScenarioForm
from comity_web.assess.studio_start import settings_of


@page(Permission.EDIT_ASSESSMENT, methods=("GET", "HEAD", "POST"))
def scenario_new(request: HttpRequest) -> HttpResponse:
    """Ask for a name and a note; the model comes from the address of the studio."""
    _, settings = settings_of(request.user, request.GET)
    suggested = {
        "recipe": settings.model.to_toml(),
        "year": settings.year,
        "group": settings.group or "",
    }
    form = ScenarioForm(request.POST or None, initial=suggested)
    if request.method == "POST" and form.is_valid():
        content = form.content
        model = model_from(content.pop("recipe"), "the model")
        scenario = create_scenario(
            **content,
            model=model,
            reason=form.cleaned_data["reason"],
            by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, f"{scenario} is saved as a draft.")
        return redirect("scenario", scenario.pk)
    here = for_group(settings.group)
    context = {
        "form": form,
        "settings": settings,
        "where": here,
        "may_save": can(request.user, Permission.EDIT_ASSESSMENT, here),
    }
    return render(request, "assess/scenario_form.html", context)
