"""Figures with their words and a table as one HTML page; no script, no network."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import isnan
from typing import Any

from comity.reports.figure import Figure
from comity.reports.render import to_svg
from comity.terms.provenance import Provenance


def figure_page(
    title: str,
    *,
    figures: Sequence[Figure] = (),
    rows: Sequence[Mapping[str, Any]] = (),
    caption: str = "The numbers",
    lead: Sequence[str] = (),
    provenance: Provenance | None = None,
) -> str:
    """Write one page that can be opened anywhere.

    Parameters
    ----------
    title
        Heading.
    figures
        Charts; each is drawn, described in words, and rests on the table.
    rows, caption
        A table and its heading; missing values are shown as a dash.
    lead
        Sentences under the heading.
    provenance
        What it takes to make the page again.
    """
    from jinja2 import Environment
    from markupsafe import Markup

    source = files("comity.reports.templates").joinpath("figure_page.html.j2")
    template = Environment(autoescape=True).from_string(source.read_text(encoding="utf-8"))
    names = list(dict.fromkeys(name for row in rows for name in row))
    return template.render(
        title=title,
        lead=lead,
        figures=[
            # The drawing is made here from escaped text.
            (figure, Markup(to_svg(figure, prefix=f"f{i}")))  # noqa: S704
            for i, figure in enumerate(figures)
        ],
        rows=[{name: _cell(row.get(name)) for name in names} for row in rows],
        names=names,
        numeric={n for n in names if any(isinstance(r.get(n), int | float) for r in rows)},
        caption=caption,
        notes=_notes(provenance),
        version=provenance.version if provenance is not None else "",
    )


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.4g}" if isinstance(value, float) else str(value)


def _notes(provenance: Provenance | None) -> list[str]:
    if provenance is None:
        return []
    seed = "" if provenance.seed is None else f", seed {provenance.seed}"
    first = f"Recipe {provenance.recipe}, data {provenance.data}{seed}."
    return [first, *provenance.dropped, *provenance.assumed]
