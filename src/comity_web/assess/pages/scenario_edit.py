"""Change a draft scenario; two who do so at once both keep what they wrote."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.actions import save_scenario
from comity_web.assess.models import Scenario
from comity_web.assess.scenario_form import ScenarioForm
from comity_web.assess.studio_start import settings_of
from comity_web.records.fetching import record_for


@page(Permission.EDIT_ASSESSMENT, methods=("GET", "HEAD", "POST"))
def scenario_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form, filled from the studio where the address carries its settings."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.EDIT_ASSESSMENT)
    if not scenario.editable:
        raise InputError(
            f"{scenario} is {scenario.status}; only a draft can be changed. "
            "Withdraw it from review, or duplicate it and change the copy."
        )
    suggested, version = _from_studio(request, scenario)
    form = ScenarioForm(
        request.POST or None, instance=Scenario.objects.get(pk=pk), initial=suggested
    )
    if request.method == "POST" and form.is_valid():
        saved = save_scenario(
            scenario,
            form.content,
            by=request.user,  # type: ignore[arg-type]
            expected=_number(request.POST.get("version", "")),
            reason=form.cleaned_data["reason"],
        )
        said = f"{scenario} is saved as version {scenario.version}."
        messages.success(request, said if saved else "Nothing differs, so nothing was saved.")
        return redirect("scenario", scenario.pk)
    context = {"form": form, "scenario": scenario, "number": version, "may_save": True}
    return render(request, "assess/scenario_form.html", context)


def _from_studio(request: HttpRequest, scenario: Scenario) -> tuple[dict[str, object], int]:
    """What the studio's address says, and the version that the editor had before them."""
    if request.method == "POST":
        return {}, _number(request.POST.get("version", ""))
    if "base" not in request.GET:
        return {}, scenario.version
    start, settings = settings_of(request.user, request.GET)
    newest = scenario.versions.first()
    begun = scenario.version
    if start.version is not None and newest is not None and start.version.pk != newest.pk:
        begun = start.version.number
    suggested = {"recipe": settings.model.to_toml(), "year": settings.year}
    return {**suggested, "group": settings.group or ""}, begun


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
