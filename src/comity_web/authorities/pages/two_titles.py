"""Title 10 and Title 22 beside one another, activity by activity."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.side_by_side import side_by_side
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.authorities.day_asked import day_asked


@page(Permission.READ)
def two_titles(request: HttpRequest) -> HttpResponse:
    """Show what each side of the house offers."""
    on = day_asked(request.GET)
    rows = side_by_side(on)
    context = {
        "on": on,
        "rows": rows,
        "only_10": [row.activity for row in rows if row.title_10 and not row.title_22],
        "only_22": [row.activity for row in rows if row.title_22 and not row.title_10],
    }
    return render(request, "authorities/two_titles.html", context)
