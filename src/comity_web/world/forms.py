"""The form of a team's own group."""

import re
from typing import TYPE_CHECKING, Any

from django import forms

from comity.terms.errors import ComityError
from comity.world.partners import partners
from comity_web.access.permissions import Permission
from comity_web.access.rules import scopes_with
from comity_web.access.scope import COMMANDS, EVERYWHERE, Scope
from comity_web.world.actions import member_ids
from comity_web.world.models import OwnGroup

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from comity_web.access.models import User


class GroupForm(forms.Form):
    """Title, note and members; members are names or codes, one on each line."""

    title = forms.CharField(max_length=120, help_text="As it stands in every list of groupings.")
    members = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text="Names or codes of partners, one on each line or with semicolons between them.",
    )
    note = forms.CharField(
        required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="What it is for."
    )

    def clean_members(self) -> list[str]:
        """Turn names into ids, or say which name is none."""
        written = re.split(r"[\n;]+", self.cleaned_data["members"])
        try:
            return member_ids(name for name in written)
        except ComityError as refusal:
            raise forms.ValidationError(str(refusal)) from None


class NewGroupForm(GroupForm):
    """The same with the short name and the scope, which stay as they are made."""

    name = forms.CharField(
        max_length=40,
        label="Short name",
        help_text="In addresses, such as SAHEL_PARTNERS; letters, digits and blanks. It stays.",
    )
    scope = forms.ChoiceField(label="Who may change it", help_text="Everybody may use it.")
    field_order = ("name", "title", "members", "note", "scope")

    def __init__(self, *args: Any, user: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = scope_choices(user)  # type: ignore[attr-defined]


def scope_choices(user: "User | AnonymousUser") -> list[tuple[str, str]]:
    """Return the scopes in which somebody may edit assessments, the widest first."""
    held = scopes_with(user, Permission.EDIT_ASSESSMENT)
    choices = [("everywhere", "Planners everywhere")] if EVERYWHERE in held else []
    choices += [
        (command, f"Planners of {command}")
        for command in COMMANDS
        if any(scope.covers(Scope("command", command)) for scope in held)
    ]
    return choices


def initial_of(group: OwnGroup) -> dict[str, str]:
    """Return a group as its form shows it."""
    names = [partners()[p].name for p in group.members]
    return {"title": group.title, "note": group.note, "members": "\n".join(names)}
