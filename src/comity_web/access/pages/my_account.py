"""One's own account: name, roles and where they hold, ways to sign in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity_web.access.guard import SIGNED_IN, page, somebody
from comity_web.access.roles import ROLES


@page(SIGNED_IN)
def my_account(request: HttpRequest) -> HttpResponse:
    """Show who one is and what one may do."""
    grants = [(ROLES[m.role], m.scope) for m in somebody(request).memberships.all()]
    context = {"grants": grants, "sign_on": bool(settings.SOCIALACCOUNT_PROVIDERS)}
    return render(request, "access/my_account.html", context)
