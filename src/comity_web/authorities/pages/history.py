"""The law's history since 1961: how many authorities stood, began, were renumbered and ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.timeline import FIRST_YEAR, timeline
from comity.reports.timeline_chart import timeline_chart
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import number_asked
from comity_web.authorities.word_fields import today
from comity_web.site.drawing import draw

LAST = 2100


@page(Permission.READ)
def history(request: HttpRequest) -> HttpResponse:
    """Show the years as a chart, and every event."""
    last = number_asked(request.GET, "last", today().year, least=FIRST_YEAR, most=LAST)
    first = number_asked(request.GET, "first", FIRST_YEAR, least=FIRST_YEAR, most=last)
    found = timeline(last, first=first)
    context = {
        "found": found,
        "first": first,
        "last": last,
        "least": FIRST_YEAR,
        "chart": draw("history", (first, last), lambda: timeline_chart(found)),
        "renumbered": [event for event in found.events if event.what == "renumbered"],
    }
    return render(request, "authorities/history.html", context)
