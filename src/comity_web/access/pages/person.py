"""One person: roles, account, and what an administrator can do about both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from comity_web.access.forms import GrantForm, ReasonForm
from comity_web.access.guard import page, somebody
from comity_web.access.managing import can_grant, can_manage
from comity_web.access.models import User
from comity_web.access.permissions import Permission
from comity_web.access.queries import factors_of
from comity_web.access.roles import ROLES


@page(Permission.MANAGE_MEMBERS)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the person."""
    by = somebody(request)
    shown = get_object_or_404(User, pk=pk)
    grants = [
        (grant, ROLES[grant.role], can_grant(by, grant.role, grant.scope))
        for grant in shown.memberships.all()
    ]
    context = {
        "person": shown,
        "grants": grants,
        "manageable": can_manage(by, shown),
        "oneself": shown == by,
        "grant_form": GrantForm(by=by, auto_id="grant_%s"),
        "reason_form": ReasonForm(auto_id="why_%s"),
        "factors": factors_of(shown),
    }
    return render(request, "access/person.html", context)
