"""The catalogue: every indicator, how it is measured, who publishes it, how much is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.reports.source_notes import licence_words
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.world.catalogue import catalogue, catalogue_year, search
from comity_web.world.downloads import KINDS
from comity_web.world.evidence import manifest, panel


@page(Permission.READ)
def catalogue_page(request: HttpRequest) -> HttpResponse:
    """Show the indicators that answer a search, or all of them."""
    words, source = request.GET.get("q", ""), request.GET.get("source", "")
    lines = catalogue()
    context = {
        "words": words,
        "source": source,
        "lines": search(lines, words, source),
        "count": len(lines),
        "year": catalogue_year(),
        "panel": panel(),
        "rows": len(panel().value),
        "sources": manifest().sources,
        "kinds": KINDS,
        "licences": {kind: licence_words(kind) for kind in ("P", "O", "ND", "NC", "C")},
    }
    return render(request, "world/catalogue.html", context)
