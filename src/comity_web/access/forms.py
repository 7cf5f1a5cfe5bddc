"""Forms about people and the site."""

from typing import Any

from django import forms

from comity_web.access.managing import places_managed
from comity_web.access.models import SiteSettings, User
from comity_web.access.roles import ROLES
from comity_web.access.scope import Scope


class ReasonForm(forms.Form):
    """Why: kept in the trail, read by those concerned."""

    reason = forms.CharField(
        max_length=500, required=False, help_text="Kept in the trail, for those concerned to read."
    )


class GrantForm(ReasonForm):
    """A role and where it holds; offers only what the one who gives may give."""

    role = forms.ChoiceField(choices=[(r.name, r.title) for r in ROLES.values()])
    scope = forms.ChoiceField(label="Where")

    field_order: tuple[str, ...] = ("role", "scope", "reason")

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = _grouped(places_managed(by))  # type: ignore[attr-defined]

    def place(self) -> Scope:
        """Return the place that was chosen."""
        return Scope.parse(self.cleaned_data["scope"])


class InviteForm(GrantForm):
    """A new account with its first role."""

    username = forms.CharField(
        max_length=150,
        help_text="To sign in with, and how the trail names them. Letters, digits and . @ + - _",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    full_name = forms.CharField(max_length=200, required=False)

    field_order = ("username", "full_name", "role", "scope", "reason")


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    """What holds for the whole site; remembers the version that the editor began from."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(max_length=500, required=False, help_text="Kept in the trail.")

    class Meta:
        """The fields of the one row."""

        model = SiteSettings
        fields = ("banner", "anonymous_viewers", "require_second_factor")
        labels = {
            "banner": "Banner",
            "anonymous_viewers": "Reading without an account",
            "require_second_factor": "Second factor required",
        }
        help_texts = {
            "banner": "Stands at the top and foot of every page and print.",
        }


def _grouped(places: list[Scope]) -> list[Any]:
    groups: dict[str, list[tuple[str, str]]] = {"Everywhere": [], "Command": [], "Partner": []}
    for place in places:
        groups[place.kind.capitalize()].append((str(place), place.title))
    return [(title, rows) for title, rows in groups.items() if rows]
