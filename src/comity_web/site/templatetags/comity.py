"""Tags and filters for figures, tables and numbers."""

from math import isnan
from typing import Any

from django import template

register = template.Library()


@register.filter
def number(value: Any, places: int = 1) -> str:
    """Write a number for reading; what is missing is a dash, never zero."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return "–"
    return f"{value:,.{places}f}"


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """Look a key up in a mapping."""
    return mapping.get(key) if hasattr(mapping, "get") else None


@register.inclusion_tag("site/figure.html")
def figure(drawn: Any, *, level: int = 2) -> dict[str, Any]:
    """Show a figure: its drawing, its words, its numbers as a table, and its downloads."""
    return {"drawn": drawn, "figure": drawn.figure, "level": level}
