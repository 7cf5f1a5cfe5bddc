"""The form of a priority: a number and a reason."""

from django import forms

from comity_web.assess.models.priority import LEAST, MOST


class PriorityForm(forms.Form):
    """An empty number takes the holder's own priority back."""

    value = forms.FloatField(
        label="Priority",
        required=False,
        min_value=LEAST,
        max_value=MOST,
        help_text="0 to 100; only the order matters. Empty: take it back.",
        widget=forms.NumberInput(attrs={"step": "any", "min": LEAST, "max": MOST}),
    )
    reason = forms.CharField(
        label="Why",
        max_length=400,
        widget=forms.TextInput(),
        error_messages={"required": "Say why, in a few words; whoever reads the board will ask."},
    )
