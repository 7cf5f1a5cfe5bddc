"""Make an account with its first role; the one-time password is shown once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comity.terms.errors import InputError
from comity_web.access import actions
from comity_web.access.forms import InviteForm
from comity_web.access.guard import page, somebody
from comity_web.access.pages.one_time_password import show_once
from comity_web.access.permissions import Permission


@page(Permission.MANAGE_MEMBERS, methods=("GET", "HEAD", "POST"))
def invite(request: HttpRequest) -> HttpResponse:
    """Show the form, or make the account."""
    by = somebody(request)
    form = InviteForm(request.POST or None, by=by)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            user, password = actions.invite(
                told["username"],
                told["role"],
                form.place(),
                by=by,
                full_name=told["full_name"],
                reason=told["reason"],
            )
        except InputError as error:
            form.add_error("username", str(error))
        else:
            return show_once(request, user, password)
    return render(request, "access/invite.html", {"form": form})
