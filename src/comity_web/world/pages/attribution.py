"""Whom to name, as plain text."""

from django.http import HttpRequest, HttpResponse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.world.downloads import attribution, one_indicator, whole_panel


@page(Permission.READ)
def attribution_text(request: HttpRequest) -> HttpResponse:
    """Say whom to name and what may be done with the figures; ``?indicator=`` for one alone."""
    name = request.GET.get("indicator")
    lines = attribution(one_indicator(name) if name else whole_panel())
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
