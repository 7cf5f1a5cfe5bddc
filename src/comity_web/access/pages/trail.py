"""The trail: who changed what, from what, when and why, as far as it concerns the reader."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import SIGNED_IN, page, somebody
from comity_web.access.trail_search import TrailForm, kinds_for, matching, shown

PAGE = 50


@page(SIGNED_IN)
def trail(request: HttpRequest) -> HttpResponse:
    """Show the lines that were asked for, newest first."""
    reader = somebody(request)
    form = TrailForm(request.GET or None, kinds=kinds_for(reader))
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    pages = Paginator(matching(reader, asked), PAGE)
    here = pages.get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "here": here,
        "rows": shown(list(here.object_list)),
        "query": query.urlencode(),
        "asked": any(asked.values()),
    }
    return render(request, "access/trail.html", context)
