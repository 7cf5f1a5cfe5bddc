"""The form of a scenario: name, note, question and the model as TOML."""

from typing import Any

from django import forms

from comity.terms.errors import ComityError
from comity_web.assess.models import Scenario
from comity_web.assess.questions import years_offered
from comity_web.assess.recipes import model_from
from comity_web.world.groups import families


class ScenarioForm(forms.ModelForm):  # type: ignore[type-arg]
    """Checks what can be checked at the field; the action checks the rest."""

    reason = forms.CharField(
        required=False,
        max_length=400,
        label="Why",
        help_text="One sentence for the trail: what this save changes and why.",
    )

    class Meta:
        """Fields in the order of the page."""

        model = Scenario
        fields = ("name", "note", "year", "group", "recipe")
        labels = {"recipe": "Model", "group": "Partners"}
        help_texts = {
            "recipe": "TOML. Weights, indicators and methods are easier to change in the studio."
        }
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3}),
            "recipe": forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "class": "code"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year = self.initial.get("year") or self.instance.year
        offered = years_offered(*([int(year)] if year else []))
        self.fields["year"].widget = forms.Select(choices=[(y, y) for y in offered])
        offered_groups = [
            (family.title, [(g.name, g.title) for g in family.groups]) for family in families()
        ]
        self.fields["group"].widget = forms.Select(choices=[("", "All partners"), *offered_groups])
        self.fields["group"].required = False

    def clean_recipe(self) -> str:
        """Read the model, so that a mistake is shown at the field with its line."""
        text = str(self.cleaned_data["recipe"]).replace("\r\n", "\n").strip() + "\n"
        try:
            model_from(text, "the model")
        except ComityError as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return text

    def clean_name(self) -> str:
        """Take blanks off; whether the name is free is told at the field too."""
        name = str(self.cleaned_data["name"]).strip()
        taken = Scenario.objects.filter(name__iexact=name).exclude(pk=self.instance.pk)
        if taken.exists():
            raise forms.ValidationError("There is a scenario of this name; choose another.")
        return name

    def validate_constraints(self) -> None:
        """The action and the database hold these; the name is checked above."""

    @property
    def content(self) -> dict[str, Any]:
        """What is saved, without the reason."""
        return {k: v for k, v in self.cleaned_data.items() if k != "reason"}
