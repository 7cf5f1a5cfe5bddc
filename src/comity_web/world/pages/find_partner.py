"""Find a partner by any name or code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.world.finding import find


@page(Permission.READ)
def find_partner(request: HttpRequest) -> HttpResponse:
    """Go to the one that is meant, list several, or suggest the nearest."""
    words = request.GET.get("q", "")[:100]
    found = find(words)
    if found.exact is not None:
        return redirect("partner", found.exact.id)
    status = 200 if found.several or not words.strip() else 404
    return render(
        request, "world/find_partner.html", {"words": words, "found": found}, status=status
    )
