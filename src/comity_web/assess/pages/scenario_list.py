"""All scenarios that somebody may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can_somewhere
from comity_web.assess.queries import scenarios_for
from comity_web.records.status import Status


@page(Permission.READ)
def scenario_list(request: HttpRequest) -> HttpResponse:
    """List scenarios, those of one status where the address names it."""
    archived = request.GET.get("archived") == "1"
    status = request.GET.get("status", "")
    rows = scenarios_for(request.user, archived=archived)
    context = {
        "scenarios": [s for s in rows if not status or s.status == status],
        "statuses": Status.choices,
        "status": status,
        "archived": archived,
        "may_save": can_somewhere(request.user, Permission.EDIT_ASSESSMENT),
    }
    return render(request, "assess/scenario_list.html", context)
