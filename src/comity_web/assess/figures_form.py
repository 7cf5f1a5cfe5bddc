"""The form that takes a team's own funding figures."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from django import forms

from comity.assess.figures import read_figures
from comity.terms.errors import ComityError, InputError

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
            return read_upload(upload)
        except ComityError as refusal:
            raise forms.ValidationError(str(refusal)) from None


def read_upload(upload: "UploadedFile[Any]") -> dict[str, float]:
    """Read an upload as the library reads files: under its own name, in a folder for a moment.

    Raises
    ------
    InputError
        If a partner is unknown or appears twice, or a figure is not a number; says the line.
    """
    name = Path(upload.name or "table.csv").name
    with TemporaryDirectory() as folder:
        path = Path(folder) / (name if name.lower().endswith((".csv", ".toml")) else f"{name}.csv")
        path.write_bytes(upload.read())
        try:
            return read_figures(path, "funding")
        except ComityError as refusal:
            raise InputError(str(refusal).replace(f"{folder}/", "")) from None
