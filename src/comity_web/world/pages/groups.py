"""Groupings: Comity's own, and those that teams made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import can
from comity_web.world.forms import scope_choices
from comity_web.world.groups import OWN_FAMILY, families
from comity_web.world.models import OwnGroup


@page(Permission.READ)
def groups(request: HttpRequest) -> HttpResponse:
    """List every grouping that can be chosen, and what was put away."""
    may = Permission.EDIT_ASSESSMENT
    own = [(group, can(request.user, may, group.scope)) for group in OwnGroup.objects.all()]
    context = {
        "own": [pair for pair in own if not pair[0].archived],
        "archived": [pair for pair in own if pair[0].archived],
        "families": [family for family in families() if family.title != OWN_FAMILY],
        "may_make": bool(scope_choices(request.user)),
    }
    return render(request, "world/groups.html", context)
