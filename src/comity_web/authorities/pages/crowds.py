"""Crowds: where most authorities serve the same activity, mission and partner at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.crowds import crowds as crowds_of
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked, number_asked
from comity_web.authorities.narrowed import narrowed, partners_asked

SHOWN = 30
MOST = 300


@page(Permission.READ)
def crowds(request: HttpRequest) -> HttpResponse:
    """List the crowds, the largest first."""
    data = request.GET
    on = day_asked(data)
    limits = narrowed(data, on)
    by_partner = data.get("by") == "partner"
    among = partners_asked(data, on) if by_partner else None
    most = number_asked(data, "most", SHOWN, least=1, most=MOST)
    context = {
        "on": on,
        "limits": limits,
        "by_partner": by_partner,
        "among": "; ".join(v for v in data.getlist("among") if v),
        "most": most,
        "found": crowds_of(on, only=limits.only, partners=among, most=most),
    }
    return render(request, "authorities/crowds.html", context)
