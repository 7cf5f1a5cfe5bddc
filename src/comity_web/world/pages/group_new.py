"""Make a group."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity.terms.errors import InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.scope import Scope
from comity_web.world.actions import create_group
from comity_web.world.forms import NewGroupForm, scope_choices


@page(Permission.EDIT_ASSESSMENT, methods=("GET", "HEAD", "POST"))
def group_new(request: HttpRequest) -> HttpResponse:
    """Show the form; make the group; or say what is wrong with it, with nothing lost."""
    if not scope_choices(request.user):
        raise PermissionDenied(
            "Groups belong to a command or to everybody, and your role holds for one partner only. "
            "A planner of the command can make the group."
        )
    form = NewGroupForm(request.POST or None, user=request.user)  # type: ignore[arg-type]
    if form.is_valid():
        given = dict(form.cleaned_data)
        scope = Scope.parse(given.pop("scope"))
        try:
            group = create_group(**given, scope=scope, by=request.user)  # type: ignore[arg-type]
        except InputError as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"{group.title} can now be chosen wherever a grouping can.")
            return redirect("groups")
    return render(request, "world/group_form.html", {"form": form})
