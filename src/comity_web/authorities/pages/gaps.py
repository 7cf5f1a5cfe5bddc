"""Gaps: activities and purposes that no authority surely serves for a recipient."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.gaps import gaps as gaps_of
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked
from comity_web.authorities.narrowed import narrowed


@page(Permission.READ)
def gaps(request: HttpRequest) -> HttpResponse:
    """List the gaps; those with nothing at all first."""
    on = day_asked(request.GET)
    limits = narrowed(request.GET, on)
    only = limits.only
    recipient = only.recipient or "police"
    found = gaps_of(on, recipient=recipient, activity=only.activity, partner=only.partner)
    if only.purpose:
        found = tuple(gap for gap in found if gap.purpose == only.purpose)
    context = {
        "on": on,
        "limits": limits,
        "recipient": recipient,
        "found": found,
        "bare": sum(not gap.unsure for gap in found),
    }
    return render(request, "authorities/gaps.html", context)
