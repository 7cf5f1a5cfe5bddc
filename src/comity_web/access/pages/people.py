"""Everybody who has an account, and what they may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.queries import accounts


@page(Permission.MANAGE_MEMBERS)
def people(request: HttpRequest) -> HttpResponse:
    """List the accounts, the open ones first."""
    return render(request, "access/people.html", {"accounts": accounts()})
