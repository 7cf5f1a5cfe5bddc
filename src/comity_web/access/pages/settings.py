"""What holds for the whole site: banner, reading without an account, second factor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comity_web.access.actions import change_settings
from comity_web.access.forms import SettingsForm
from comity_web.access.guard import page, somebody
from comity_web.access.permissions import Permission
from comity_web.access.queries import site_settings


@page(Permission.MANAGE_SITE, methods=("GET", "HEAD", "POST"))
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings, or save them if nobody else has since."""
    by = somebody(request)
    saved = site_settings()
    form = SettingsForm(request.POST or None, instance=saved, initial={"version": saved.version})
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        expected, reason = told.pop("version"), told.pop("reason")
        change_settings(told, by=by, expected=expected, reason=reason)
        messages.success(request, "Saved.")
        return redirect("site-settings")
    return render(request, "access/settings.html", {"form": form})
