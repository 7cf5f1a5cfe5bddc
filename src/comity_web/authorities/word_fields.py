"""Fields of forms that take the words of the law's vocabulary, days, amounts and partners."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.choices import CallableChoiceIterator

from comity.authorities.query import parse_day
from comity.authorities.vocabulary import whole_dollars, word, words
from comity.cli.shared_partner_status import OWN
from comity.terms.errors import ComityError
from comity.world.groupings import CHECKED_TO
from comity.world.partners import partners


class PlainSelect(forms.Select):
    """A select whose options are written by one template, not by one for each: ten times as fast."""

    template_name = "authorities/select.html"


class ReadField(forms.CharField):
    """A text that a function of the library reads; its refusal becomes the field's error.

    Parameters
    ----------
    read
        Turns the text into a value, or raises one of Comity's errors.
    """

    def __init__(self, read: Callable[[str], Any], **options: Any) -> None:
        super().__init__(required=False, **options)
        self.read = read

    def clean(self, value: Any) -> Any:
        """Return what was read; ``None`` for an empty field."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ComityError as error:
            raise forms.ValidationError(str(error)) from None


def word_field(kind: str, *, open_: str = "any", **options: Any) -> ReadField:
    """Return a field with the words of a kind; ``open_`` is what no choice means."""
    choices = [("", open_), *((name, name) for name in words(kind))]
    return ReadField(lambda text: word(kind, text), widget=PlainSelect(choices=choices), **options)


def day_field(**options: Any) -> ReadField:
    """Return a field for a day of the calendar."""
    widget = forms.DateInput(attrs={"type": "date"})
    return ReadField(parse_day, widget=widget, **options)


def amount_field(what: str = "amount", **options: Any) -> ReadField:
    """Return a field for an amount in US dollars, such as ``5M``."""
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return ReadField(lambda text: whole_dollars(text, what), widget=widget, **options)


def partner_field(**options: Any) -> ReadField:
    """Return a field with every state of today; an address may name a partner in any way."""
    return ReadField(
        _partner_code,
        widget=PlainSelect(choices=CallableChoiceIterator(partner_choices)),
        **options,
    )


def _partner_code(text: str) -> str:
    return partners().resolve(text).id


def partner_choices() -> Iterator[tuple[str, str]]:
    """Return every state of today by its code, in the order of the names; first none of them."""
    yield "", "any partner"
    states = partners().states(CHECKED_TO)
    yield from sorted(((s.id, s.name) for s in states if s.id != OWN), key=lambda choice: choice[1])


def today() -> date:
    """Return today; one place, so that tests can set it."""
    return date.today()
