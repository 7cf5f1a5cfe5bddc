"""A team's own funding figures: upload, list, use on the board."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from comity.assess.figures import read_figures
from comity.terms.errors import ComityError, InputError
from comity_web.access.guard import page
from comity_web.access.permissions import Permission
from comity_web.access.rules import scopes_with
from comity_web.access.scope import Scope
from comity_web.assess.actions import add_figures
from comity_web.assess.queries import figures_for

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

#: Largest table that is read; one line for each partner is far less.
MOST_BYTES = 1_000_000


class FiguresForm(forms.Form):
    """A table with the columns ``partner`` and ``funding``, and what a reader must know."""

    name = forms.CharField(max_length=120, help_text="Such as FY2025 plan, draft of March.")
    unit = forms.CharField(max_length=80, initial="US$ a year")
    holder = forms.ChoiceField(label="For", help_text="Those who may read drafts there see them.")
    note = forms.CharField(required=False, max_length=400)
    table = forms.FileField(
        label="Table (CSV)",
        help_text="Columns partner (name or code) and funding. An empty cell is missing, not zero.",
    )

    def clean_table(self) -> dict[str, float]:
        """Read the figures, so that a mistake is told in one sentence with its line."""
        upload = self.cleaned_data["table"]
        if (upload.size or 0) > MOST_BYTES:
            raise forms.ValidationError("The table is larger than 1 MB; leave other columns out.")
        try:
            return _read(upload)
        except ComityError as refusal:
            raise forms.ValidationError(str(refusal)) from None


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
        return redirect(f"{reverse('board')}?funding=own-{kept.pk}")
    context = {"form": form, "figures": figures_for(request.user)}
    return render(request, "assess/board_figures.html", context)


def _read(upload: "UploadedFile[Any]") -> dict[str, float]:
    """The library reads files, so the upload becomes one under its own name for a moment."""
    name = Path(upload.name or "table.csv").name
    with TemporaryDirectory() as folder:
        path = Path(folder) / (name if name.lower().endswith((".csv", ".toml")) else f"{name}.csv")
        path.write_bytes(upload.read())
        try:
            return read_figures(path, "funding")
        except ComityError as refusal:
            raise InputError(str(refusal).replace(f"{folder}/", "")) from None
