"""The start page: a map of the theatre, what disagrees, and what changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.assess.theatre_question import LAYERS, read_question
from comity_web.assess.told import told
from comity_web.world.evidence import panel
from comity_web.world.groups import families


@page(Permission.READ)
def home(request: HttpRequest) -> HttpResponse:
    """Show the map and its words; to the page's own script, only what depends on the question."""
    question = read_question(request.GET)
    first, last = panel().years
    context = {
        "question": question,
        "told": told(question),
        "layers": LAYERS,
        "families": families(),
        "first": first,
        "last": last,
    }
    part = bool(request.headers.get("HX-Request"))
    template = "assess/home_part.html" if part else "assess/home.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response
