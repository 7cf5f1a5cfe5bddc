"""A one-time password, shown to the administrator who made it and never again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from comity_web.access.models import User


def show_once(request: HttpRequest, user: User, password: str) -> HttpResponse:
    """Show it on a page that no browser keeps."""
    context = {"person": user, "password": password}
    response = render(request, "access/one_time_password.html", context)
    add_never_cache_headers(response)
    return response
