"""What an administrator does to one account; each is one button of the person's page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from comity.terms.errors import InputError
from comity_web.access import actions
from comity_web.access.forms import GrantForm
from comity_web.access.guard import page, somebody
from comity_web.access.models import Membership, User
from comity_web.access.pages.one_time_password import show_once
from comity_web.access.permissions import Permission


@page(Permission.MANAGE_MEMBERS, methods=("POST",))
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a role somewhere."""
    person, by = get_object_or_404(User, pk=pk), somebody(request)
    form = GrantForm(request.POST, by=by)
    if not form.is_valid():
        raise InputError("Choose a role and a place where you are an administrator.")
    told = form.cleaned_data
    grant = actions.grant_role(person, told["role"], form.place(), by=by, reason=told["reason"])
    messages.success(request, f"{person} is now {grant.role}, {grant.scope.title}.")
    return redirect("person", pk)


@page(Permission.MANAGE_MEMBERS, methods=("POST",))
def take_role(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a role away."""
    grant = get_object_or_404(Membership, pk=pk)
    person, said = grant.user, f"{grant.user} is no longer {grant.role}, {grant.scope.title}."
    actions.revoke_role(grant, by=somebody(request), reason=request.POST.get("reason", ""))
    messages.success(request, said)
    return redirect("person", person.pk)


@page(Permission.MANAGE_MEMBERS, methods=("POST",))
def close_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the account, or open it again."""
    person = get_object_or_404(User, pk=pk)
    opening = request.POST.get("open") == "1"
    actions.set_active(person, opening, by=somebody(request), reason=request.POST.get("reason", ""))
    messages.success(request, f"The account of {person} is {'open' if opening else 'closed'}.")
    return redirect("person", pk)


@page(Permission.MANAGE_MEMBERS, methods=("POST",))
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a new one-time password and show it once."""
    person = get_object_or_404(User, pk=pk)
    password = actions.reset_password(
        person, by=somebody(request), reason=request.POST.get("reason", "")
    )
    return show_once(request, person, password)


@page(Permission.MANAGE_MEMBERS, methods=("POST",))
def reset_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove what somebody has lost."""
    person = get_object_or_404(User, pk=pk)
    actions.reset_second_factor(person, by=somebody(request), reason=request.POST.get("reason", ""))
    messages.success(request, f"{person} can sign in with the password alone, once.")
    return redirect("person", pk)
