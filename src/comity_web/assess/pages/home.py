"""The start page: where is cooperation likely to work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.reports.world_map import world_map
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.scored import opening_year, scores_of
from comity_web.site.drawing import draw


@page(Permission.READ)
def home(request: HttpRequest) -> HttpResponse:
    """Show the map and the ranked partners."""
    scores = scores_of(opening_year())
    key = (scores.model.digest, scores.provenance.data, scores.year)
    drawn = draw("map", key, lambda: world_map(scores))
    return render(request, "assess/home.html", {"scores": scores, "map": drawn})
