"""One's own account: name, roles and where they hold, ways to sign in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import SIGNED_IN, page
from comity_web.access.roles import ROLES


@page(SIGNED_IN)
def my_account(request: HttpRequest) -> HttpResponse:
    """Show who one is and what one may do."""
    grants = [(ROLES[m.role], m.scope) for m in request.user.memberships.all()]  # type: ignore[union-attr]
    return render(request, "access/my_account.html", {"grants": grants})
