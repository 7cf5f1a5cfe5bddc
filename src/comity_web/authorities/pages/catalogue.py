"""The catalogue: every authority that Comity knows, with facets and a search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.catalogue import catalogue as the_catalogue
from comity.authorities.listing import CATEGORIES, definitions, listing
from comity.authorities.record_view import standing
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.counts import counts_by_title
from comity_web.authorities.day_asked import day_asked
from comity_web.authorities.facet_links import chosen_facets, facet_lines

#: Facets that stand open; the others are folded away.
MAIN = ("title", "category", "activity", "standing", "certainty")


@page(Permission.READ)
def catalogue(request: HttpRequest) -> HttpResponse:
    """List the records that fit."""
    on = day_asked(request.GET)
    search = request.GET.get("search", "").strip()
    chosen = chosen_facets(request.GET, definitions(on))
    found = listing(on, chosen_facets=chosen, search=search)
    asked = [("on", on.isoformat()), *([("search", search)] if search else [])]
    picked = [(name, value) for name, values in chosen.items() for value in values]
    lines = facet_lines(found.facets, [*asked, *picked])
    context = {
        "found": found,
        "on": on,
        "search": search,
        "picked": picked,
        "main_facets": [f for f in lines if f.name in MAIN],
        "more_facets": [f for f in lines if f.name not in MAIN],
        "more_open": any(f.chosen for f in lines if f.name not in MAIN),
        "rows": [(record, standing(record, on)) for record in found.records],
        "counts": counts_by_title(),
        "categories": CATEGORIES,
        "checked": max(record.checked for record in the_catalogue()),
    }
    return render(request, "authorities/catalogue.html", context)
