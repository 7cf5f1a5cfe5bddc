"""Tags and filters for figures, tables, numbers and sources."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import template

from comity.terms.provenance import Provenance
from comity_web.site.tabulated import DASH, missing, tabulate, written

if TYPE_CHECKING:
    from comity_web.site.drawing import Drawn

register = template.Library()

_SIZES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))


@register.filter
def number(value: Any, places: int = 1) -> str:
    """Write a number for reading; what is missing is a dash, never zero."""
    return DASH if missing(value) else f"{value:,.{places}f}"


@register.filter
def signed(value: Any, places: int = 1) -> str:
    """Write a difference with its sign; no difference has none."""
    if missing(value):
        return DASH
    shown = f"{value:+,.{places}f}"
    return shown[1:] if float(shown.replace(",", "")) == 0 else shown.replace("-", "−")


@register.filter
def percent(value: Any, places: int = 0) -> str:
    """Write a share between 0 and 1 as a percentage."""
    return DASH if missing(value) else f"{100 * value:.{places}f}%"


@register.filter
def dollars(value: Any) -> str:
    """Write US dollars with three significant digits: ``$1.24bn``, ``$310k``, ``−$5m``."""
    if missing(value):
        return DASH
    sign = "−" if value < 0 else ""
    amount = float(f"{abs(value):.3g}")
    size, unit = next((pair for pair in _SIZES if amount >= pair[0]), (1.0, ""))
    return f"{sign}${amount / size:.4g}{unit}"


@register.filter
def dash(value: Any) -> Any:
    """Show what is there, and a dash for what is missing."""
    return DASH if missing(value) else value


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """Look a key up in a mapping."""
    return mapping.get(key) if hasattr(mapping, "get") else None


register.filter("written", written)


@register.inclusion_tag("site/figure.html")
def figure(drawn: "Drawn", *, level: int = 2) -> dict[str, Any]:
    """Show a figure: its drawing, its words, its numbers as a table, and its downloads."""
    return {
        "drawn": drawn,
        "figure": drawn.figure,
        "level": level,
        "table": tabulate(drawn.figure.table),
    }


@register.inclusion_tag("site/table_tools.html")
def table(rows: Sequence[Mapping[str, Any]], name: str, *, caption: str = "") -> dict[str, Any]:
    """Show rows as a table that sorts, filters and exports to ``name.csv``."""
    return {"table": tabulate(rows, caption=caption), "name": name}


@register.inclusion_tag("site/source.html")
def source(provenance: Provenance, sources: Iterable[Any] = ()) -> dict[str, Any]:
    """Say where a result comes from: recipe, data edition, and the publishers if they are given.

    Each of ``sources`` has ``publisher`` and ``title`` and may have ``vintage`` and
    ``licence_name``, as :class:`comity.world.source.Source` and the panel's manifest have.
    """
    return {"provenance": provenance, "sources": list(sources)}
