"""Compare two scenarios: who moved and why."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.reports.move_chart import move_chart
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.queries import scenarios_for
from comity_web.assess.scenario_comparison import side_by_side
from comity_web.assess.studio_settings import DEFAULT_BASE
from comity_web.assess.studio_start import Start, start_named
from comity_web.site.drawing import draw
from comity_web.world.evidence import panel
from comity_web.world.groups import own_members


@page(Permission.READ)
def scenario_compare(request: HttpRequest) -> HttpResponse:
    """Show what differs between the two models of the address."""
    first = start_named(request.user, request.GET.get("a") or DEFAULT_BASE)
    second = start_named(request.user, request.GET.get("b") or DEFAULT_BASE)
    first, second = _same_question(first, second), _same_question(second, first)
    context: dict[str, object] = {
        "first": first,
        "second": second,
        "scenarios": scenarios_for(request.user),
    }
    if first.base != second.base:
        found = side_by_side(first, second)
        asked = [(one.base, one.year, own_members(one.group), one.group) for one in (first, second)]
        key = (*asked, first.model.digest, second.model.digest, panel().edition)
        context["found"] = found
        if found.moves:
            context["chart"] = draw("moves", key, lambda: move_chart(found.comparison))
    return render(request, "assess/scenario_compare.html", context)


def _same_question(one: Start, other: Start) -> Start:
    """The default model has no question of its own; it takes the scenario's."""
    if one.scenario is None and other.scenario is not None:
        return replace(one, year=other.year, group=other.group)
    return one
