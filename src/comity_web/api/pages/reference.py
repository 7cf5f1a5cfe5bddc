"""What the interface offers: every operation, its fields and its refusals."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.api.description import document
from comity_web.api.interface import ADDRESS
from comity_web.api.readable import groups, paragraphs, shapes


@page(Permission.READ)
def reference(request: HttpRequest) -> HttpResponse:
    """Show the description as people read it."""
    described = document()
    return render(
        request,
        "api/reference.html",
        {
            "about": paragraphs(described["info"]["description"]),
            "number": described["info"]["version"],
            "address": request.build_absolute_uri(ADDRESS),
            "groups": groups(described),
            "shapes": shapes(described),
        },
    )
