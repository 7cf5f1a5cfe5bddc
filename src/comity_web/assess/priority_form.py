"""The form of a priority: a number and a reason."""

from typing import Any

from django import forms

from comity_web.assess.models.priority import LEAST, MOST


class PriorityForm(forms.Form):
    """An empty number takes the holder's own priority back.

    Its fields have no id: the form may stand in a cell and in the panel of the same page.
    """

    value = forms.FloatField(
        label="Priority",
        required=False,
        min_value=LEAST,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"step": "any", "min": LEAST, "max": MOST}),
    )
    reason = forms.CharField(
        label="Why",
        max_length=400,
        widget=forms.TextInput(),
        error_messages={"required": "Say why, in a few words; whoever reads the board will ask."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": False, **kwargs})
