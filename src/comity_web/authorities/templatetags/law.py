"""Tags of the pages about the law: certainty, links to records and gates."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.gates.registry import GATES
from comity.terms.authority import Authority, Certainty

register = template.Library()

_GATE = re.compile(r"comity authorities gate ([a-z0-9-]+)")
_CLASSES = {"verified": "verified", "partly verified": "partly", "recalled": "recalled"}
_UNSURE = "check"


@register.simple_tag
def certainty(value: Certainty | str) -> SafeString:
    """Show how far something was checked against the law."""
    text = str(value)
    return format_html('<span class="tag {}">{}</span>', _CLASSES.get(text, _UNSURE), text)


@register.simple_tag
def disclaimer() -> str:
    """Say that this is a planning aid and not legal advice."""
    return DISCLAIMER


@register.filter
def with_gates(text: str) -> SafeString:
    """Turn the mention of a gate's command into a link to the gate's page."""
    # Escaped first; what is put in is made of a fixed pattern and our own addresses.
    return mark_safe(_GATE.sub(_gate_link, conditional_escape(text)))  # noqa: S308


def _gate_link(match: re.Match[str]) -> str:
    name = match[1]
    if name not in GATES:
        return match[0]
    return format_html('<a href="{}">the gate {}</a>', reverse("gate", args=[name]), name)


@register.simple_tag
def records(ids: Iterable[str], *, none: str = "–") -> SafeString:
    """Link records by their ids, each with its certainty, and its name for whoever points at it."""
    rows = [_link(catalogue()[i]) for i in ids]
    if not rows:
        return conditional_escape(none)
    return format_html_join(", ", "{}", ((row,) for row in rows))


def _link(record: Authority) -> SafeString:
    sure = record.certainty.value
    return format_html(
        '<span class="sure {}"><a href="{}" title="{}">{}</a>'
        '<span class="visually-hidden"> ({})</span></span>',
        _CLASSES.get(sure, _UNSURE),
        reverse("authority", args=[record.id]),
        record.name,
        record.id,
        sure,
    )


@register.filter
def as_records(ids: Iterable[str]) -> list[Authority]:
    """Return the records of some ids."""
    return [catalogue()[i] for i in ids]


@register.filter
def spaced(word: Any) -> str:
    """Write a word of the vocabulary as people read it."""
    return str(word).replace("-", " ")


@register.filter
def in_unit(value: int | None, unit: str) -> str:
    """Write an amount in its unit, as the library's texts do."""
    if value is None:
        return "–"
    if unit.startswith("US dollars"):
        return f"USD {value:,}"
    return f"{value:,} {unit.partition(',')[0]}"
