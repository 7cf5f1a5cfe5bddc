"""The map's classes in all layers and years, for the page's script to recolour the map with."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.theatre import all_years
from comity_web.world.groups import chosen_group


@page(Permission.READ)
def map_years(request: HttpRequest) -> HttpResponse:
    """Return compact JSON; the browser keeps it and asks only whether it is still the same."""
    name = request.GET.get("group") or ""
    years = all_years(chosen_group(name).name if name else None)
    etag = f'"{years.etag}"'
    if etag in request.headers.get("If-None-Match", "").replace("W/", "").split(", "):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(years.body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
