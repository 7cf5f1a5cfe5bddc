"""Consolidation: what merging overlapping authorities would remove, and whom it would touch."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.consolidate import (
    ENOUGH,
    RAND_CORE,
    RAND_TARGET,
    candidates,
    consolidate,
)
from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked, number_asked
from comity_web.site.computed import computed

TITLES = ("Title 10", "Title 22")
PAIRS = 20
MOST_CUT = 60


@page(Permission.READ)
def consolidation(request: HttpRequest) -> HttpResponse:
    """Show the merges that cut the most overlapping, and the pairs ranked by overlap."""
    on = day_asked(request.GET)
    title = request.GET.get("title") or TITLES[0]
    if title not in TITLES:
        raise InputError(f"title is one of {', '.join(TITLES)}, not {title!r}.")
    cut = number_asked(request.GET, "cut", RAND_CORE - RAND_TARGET, least=1, most=MOST_CUT)
    least = number_asked(request.GET, "least", round(100 * ENOUGH), least=1, most=100)
    found = computed(
        ("consolidation", on, title, cut, least),
        lambda: consolidate(on, cut=cut, title=title, least=least / 100),
    )
    context = {
        "on": on,
        "title": title,
        "titles": TITLES,
        "cut": cut,
        "least": least,
        "found": found,
        "pairs": candidates(on, most=PAIRS, title=title),
        "rand": (RAND_CORE, RAND_TARGET),
    }
    return render(request, "authorities/consolidation.html", context)
