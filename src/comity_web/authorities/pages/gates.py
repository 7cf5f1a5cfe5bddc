"""All gates."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.authorities.gates.form import forms
from comity_web.access.guard import page
from comity_web.access.permissions import Permission


@page(Permission.READ)
def gates(request: HttpRequest) -> HttpResponse:
    """List the gates with what each asks for."""
    return render(request, "authorities/gates.html", {"gates": forms()})
