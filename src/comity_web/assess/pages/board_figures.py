"""A team's own funding figures: upload, list, use on the board."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import scopes_with
from comity_web.access.scope import Scope
from comity_web.assess.actions import add_figures
from comity_web.assess.figures_form import FiguresForm
from comity_web.assess.queries import figures_for


@page(Permission.EDIT_ASSESSMENT, methods=("GET", "HEAD", "POST"))
def board_figures(request: HttpRequest) -> HttpResponse:
    """Show what was uploaded and take another table."""
    form = FiguresForm(request.POST or None, request.FILES or None)
    mine = scopes_with(request.user, Permission.EDIT_ASSESSMENT)
    form.fields["holder"].choices = [(str(s), s.title) for s in mine]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = add_figures(
            name=told["name"],
            unit=told["unit"],
            note=told["note"],
            figures=told["table"],
            holder=Scope.parse(told["holder"]),
            by=request.user,  # type: ignore[arg-type]
        )
        messages.success(request, f"{len(kept.figures)} figures are kept as {kept}.")
        group = kept.scope_code if kept.scope_kind == "command" else ""
        return redirect(f"{reverse('board')}?funding=own-{kept.pk}&group={group}")
    context = {"form": form, "figures": figures_for(request.user)}
    return render(request, "assess/board_figures.html", context)
