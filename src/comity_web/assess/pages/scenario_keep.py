"""Archive a scenario or bring it back, and begin a copy of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.actions import duplicate_scenario, restore_version, set_archived
from comity_web.assess.models import Scenario
from comity_web.records.fetching import record_for


@page(Permission.EDIT_ASSESSMENT, methods=("POST",))
def scenario_archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a scenario out of the list, or back into it."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.EDIT_ASSESSMENT)
    archived = request.POST.get("archived") == "1"
    set_archived(scenario, archived, by=request.user, expected=_expected(request))  # type: ignore[arg-type]
    said = "is archived; nothing of it is lost" if archived else "is back in the list"
    messages.success(request, f"{scenario} {said}.")
    return redirect("scenario", scenario.pk)


@page(Permission.EDIT_ASSESSMENT, methods=("POST",))
def scenario_duplicate(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a new draft from a scenario."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    name = request.POST.get("name", "").strip() or f"{scenario.name} (copy)"
    copy = duplicate_scenario(scenario, name=name, by=request.user)  # type: ignore[arg-type]
    messages.success(request, f"{copy} is a draft of yours now.")
    return redirect("scenario", copy.pk)


@page(Permission.EDIT_ASSESSMENT, methods=("POST",))
def scenario_restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Save an earlier version again as the newest."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.EDIT_ASSESSMENT)
    restored = restore_version(
        scenario,
        number,
        by=request.user,  # type: ignore[arg-type]
        expected=_expected(request),
    )
    said = f"Version {number} is restored as version {scenario.version}."
    messages.success(request, said if restored else f"Nothing differs from version {number}.")
    return redirect("scenario", scenario.pk)


def _expected(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isdigit() else 0
