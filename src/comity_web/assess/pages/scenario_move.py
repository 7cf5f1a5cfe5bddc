"""Move a scenario along its life: submit, withdraw, approve, send back, supersede."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.actions import move_scenario
from comity_web.assess.models import Scenario
from comity_web.records.fetching import record_for


@page(Permission.READ_DRAFTS, methods=("POST",))
def scenario_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the move that was posted; which roles it needs is decided with the move."""
    scenario = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    posted = request.POST
    version = posted.get("version", "")
    move_scenario(
        scenario,
        posted.get("move", ""),
        by=request.user,  # type: ignore[arg-type]
        expected=int(version) if version.isdigit() else 0,
        reason=posted.get("reason", "").strip(),
    )
    messages.success(request, f"{scenario} is now {scenario.status}.")
    return redirect("scenario", scenario.pk)
