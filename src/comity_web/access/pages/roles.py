"""The whole policy on one page: what each role may do, read from the code that decides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.roles import ROLES


@page(Permission.READ)
def roles(request: HttpRequest) -> HttpResponse:
    """Show permissions against roles."""
    rows = [
        (permission, [permission in role.permissions for role in ROLES.values()])
        for permission in Permission
    ]
    return render(request, "access/roles.html", {"roles": ROLES.values(), "rows": rows})
