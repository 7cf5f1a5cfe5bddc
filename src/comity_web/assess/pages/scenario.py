"""One scenario: what it is, what it says, its versions and its trail."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can, can_somewhere
from comity_web.assess.models import AgreedResult, Scenario
from comity_web.assess.queries import scenarios_for, trail_of
from comity_web.assess.recipes import model_from
from comity_web.assess.scenario_moves import open_steps
from comity_web.assess.scenario_result import since_agreed, today
from comity_web.assess.studio_export import EXPORTS
from comity_web.assess.studio_start import start_of
from comity_web.records.fetching import record_for


@page(Permission.READ)
def scenario(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a scenario as it stands."""
    found = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    agreed = AgreedResult.objects.filter(scenario=found).first()
    now = today(found)
    others = [s for s in scenarios_for(request.user) if s.pk != found.pk]
    context = {
        "scenario": found,
        "start": start_of(found),
        "model": model_from(found.recipe, found.name),
        "agreed": agreed,
        "since": since_agreed(agreed, now) if agreed is not None else None,
        "today": now,
        "rows": agreed.rows if agreed is not None else now.rows,
        "versions": found.versions.all(),
        "steps": open_steps(request.user, found),
        "trail": trail_of(request.user, found),
        "others": others,
        "exports": EXPORTS,
        "may_edit": can(request.user, Permission.EDIT_ASSESSMENT, found.scope),
        "may_copy": can_somewhere(request.user, Permission.EDIT_ASSESSMENT),
    }
    return render(request, "assess/scenario.html", context)


@page(Permission.READ)
def scenario_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show one saved version in full."""
    found = record_for(request.user, Scenario.objects.all(), pk, to=Permission.READ)
    version = found.versions.filter(number=number).first()
    if version is None:
        raise Http404(f"{found} has no version {number}.")
    may_edit = can(request.user, Permission.EDIT_ASSESSMENT, found.scope) and found.editable
    context = {
        "scenario": found,
        "version": version,
        "start": start_of(found, number),
        "newest": found.versions.first() == version,
        "may_edit": may_edit,
    }
    return render(request, "assess/scenario_version.html", context)
