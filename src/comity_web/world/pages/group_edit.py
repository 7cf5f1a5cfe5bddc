"""Change a group, put it away, or bring it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.records.fetching import record_for
from comity_web.world.actions import archive_group, change_group, restore_group
from comity_web.world.forms import GroupForm, initial_of
from comity_web.world.models import OwnGroup

_MAY = Permission.EDIT_ASSESSMENT


@page(_MAY, methods=("GET", "HEAD", "POST"))
def group_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form; save it if nobody saved first."""
    group = record_for(request.user, OwnGroup.objects.all(), pk, to=_MAY)
    form = GroupForm(request.POST or None, initial=initial_of(group))
    if form.is_valid():
        expected = _version(request)
        change_group(group, **form.cleaned_data, by=request.user, expected=expected)  # type: ignore[arg-type]
        messages.success(request, f"{group.title} is saved.")
        return redirect("groups")
    return render(request, "world/group_form.html", {"form": form, "group": group})


@page(_MAY, methods=("POST",))
def group_archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a group away; the page of groups brings it back."""
    group = record_for(request.user, OwnGroup.objects.all(), pk, to=_MAY)
    archive_group(group, by=request.user, expected=_version(request))  # type: ignore[arg-type]
    messages.success(request, f"{group.title} is put away. It stands below, to be brought back.")
    return redirect("groups")


@page(_MAY, methods=("POST",))
def group_restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a group back."""
    group = record_for(request.user, OwnGroup.objects.all(), pk, to=_MAY)
    restore_group(group, by=request.user, expected=_version(request))  # type: ignore[arg-type]
    messages.success(request, f"{group.title} can be chosen again.")
    return redirect("groups")


def _version(request: HttpRequest) -> int:
    """A form without a version began from none, so that it conflicts with any."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() else 0
