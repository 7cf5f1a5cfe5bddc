"""A gate as a form: one field for each fact that it asks for; what is left open is not known."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from comity.authorities.gates.facts import build_facts
from comity.authorities.gates.form import FactField, form
from comity.authorities.gates.registry import Gate
from comity.authorities.query import parse_day
from comity.terms.errors import ComityError
from comity_web.authorities.word_fields import today

if TYPE_CHECKING:
    from comity.authorities.gates.result import GateResult

#: A text of a notice stays where it is; the gate asks only whether it is there.
IN_THE_NOTICE = "in the notice"
_OPEN = ("", "not known")
_TRUTH = [_OPEN, ("yes", "yes"), ("no", "no")]


class GateForm(forms.Form):
    """The facts of one gate, and the day for which it is asked."""

    def __init__(self, gate: Gate, data: QueryDict) -> None:
        super().__init__(data or None)
        self.gate = gate
        self.facts = form(gate)
        self.result: GateResult | None = None
        for fact in self.facts:
            self.fields[fact.name] = _field(fact)
        self.fields["on"] = forms.CharField(
            label="The day for which it is asked",
            required=False,
            initial=today().isoformat(),
            widget=forms.DateInput(attrs={"type": "date"}),
        )

    def clean(self) -> dict[str, Any]:
        """Judge; a fact that cannot be read is refused in words."""
        found = super().clean() or {}
        if self.errors:
            return found
        try:
            on = parse_day(found["on"]) if found["on"] else today()
            given = {f.name: found[f.name] for f in self.facts if found[f.name]}
            self.result = self.gate.judge(build_facts(given, self.gate.facts), on)
        except ComityError as error:
            self.add_error(None, str(error))
        return found


def _field(fact: FactField) -> forms.Field:
    label = fact.name.replace("_", " ").capitalize()
    told = fact.help.replace("``", "")
    if fact.kind == "yes or no":
        return forms.ChoiceField(label=label, help_text=told, required=False, choices=_TRUTH)
    if fact.kind == "choice":
        choices = [_OPEN, *((c, c.replace("-", " ")) for c in fact.choices)]
        return forms.ChoiceField(label=label, help_text=told, required=False, choices=choices)
    if fact.kind == "text":
        choices = [("", "missing"), (IN_THE_NOTICE, IN_THE_NOTICE)]
        return forms.ChoiceField(label=label, help_text=told, required=False, choices=choices)
    if fact.kind == "day":
        widget: forms.Widget = forms.DateInput(attrs={"type": "date"})
        return forms.CharField(label=label, help_text=told, required=False, widget=widget)
    if fact.kind == "numbers":
        told = f"{told} Several with a semicolon between them: 700000; 1800000."
    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.CharField(label=label, help_text=told, required=False, widget=widget)
