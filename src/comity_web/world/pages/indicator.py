"""One indicator: what it means, who publishes it, and its values by year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from comity.reports.source_notes import licence_words
from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.site.computed import computed
from comity_web.world.downloads import KINDS, attribution, one_indicator
from comity_web.world.evidence import panel
from comity_web.world.indicator_page import MAX_AGE, through_the_years, values_in, years_of


@page(Permission.READ)
def indicator(request: HttpRequest, name: str) -> HttpResponse:
    """Show an indicator as of a year."""
    first, last = years_of(name)
    year = _year(request.GET.get("year") or str(last), first, last)
    values = values_in(name, year)
    table = computed(
        ("values table", panel().edition, name, year),
        lambda: render_to_string("world/values_table.html", {"values": values}),
    )
    about = panel().catalogue[name]
    context = {
        "about": about,
        "licence": licence_words(about.licence),
        "parents": [panel().catalogue.get(p) or p for p in about.derived_from],
        "figure": through_the_years(name),
        "first": first,
        "last": last,
        "year": year,
        "values": values,
        "table": table,
        "max_age": MAX_AGE,
        "kinds": KINDS,
        "attribution": attribution(one_indicator(name))[1:],
    }
    return render(request, "world/indicator.html", context)


def _year(text: str, first: int, last: int) -> int:
    if not text.isdecimal() or not first <= int(text) <= last:
        raise InputError(
            f"The indicator has values from {first} to {last}; {text!r} is none of them."
        )
    return int(text)
