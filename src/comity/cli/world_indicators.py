"""List the indicators: what they mean, in which unit, from whom, under which licence, for whom."""

from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.indicator import Indicator
from comity.world.coverage import coverage_of_indicators
from comity.world.deriving import derived_topics
from comity.world.load import load_panel
from comity.world.panel import Panel
from comity.world.source import Source, all_sources, get_source

_IN_TABLE = ("indicator", "title", "unit", "direction", "licence", "years", "partners", "here")


@click.command()
@click.option("--source", metavar="S", help="Only indicators of this source or derived topic.")
@click.option("--search", metavar="TEXT", help="Only those whose id, title or definition has TEXT.")
@click.option("--here", is_flag=True, help="Only those that your panel has values of.")
@output_options
def command(source: str | None, search: str | None, here: bool, options: OutputOptions) -> None:
    """List every indicator that Comity can hold.

    Those without values come in with the publisher's own file: comity world import SOURCE FILE.
    The table leaves the definitions out; --json, --csv and --xlsx have them.
    """
    panel = load_panel()
    known = derived_topics() | all_sources()
    if source is not None and source not in known:
        get_source(source)
    rows = [
        row
        for name, described in sorted(known.items())
        if source in (None, name)
        for row in rows_of(described, panel)
        if matches(row, search) and (row["here"] or not here)
    ]
    columns = None if options.csv or options.xlsx or options.json else _IN_TABLE
    emit(rows, title=f"{len(rows)} indicators", options=options, columns=columns)


def rows_of(source: Source, panel: Panel) -> list[dict[str, Any]]:
    """One row for each indicator of a source."""
    return [_row(source, indicator, panel) for indicator in source.indicators]


def _row(source: Source, indicator: Indicator, panel: Panel) -> dict[str, Any]:
    here = indicator.id in panel.indicators
    spread = _spread(indicator.id, panel) if here else {"years": "", "partners": 0}
    return {
        "indicator": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "direction": str(indicator.direction),
        "licence": str(indicator.licence),
        **spread,
        "here": here,
        "source": source.id,
        "publisher": source.publisher,
        "licence_name": source.licence_name,
        "frequency": source.frequency,
        "zero_if_absent": indicator.zero_if_absent,
        "error": indicator.error,
        "derived_from": list(indicator.derived_from),
        "definition": indicator.definition,
        "citation": source.citation,
        "page": source.page,
    }


def _spread(name: str, panel: Panel) -> dict[str, Any]:
    [found] = coverage_of_indicators(
        panel, panel.years[1], panel.partners, indicators=[name], max_age=9999
    )
    return {"years": f"{found.first}-{found.last}", "partners": found.known}


def matches(row: dict[str, Any], text: str | None) -> bool:
    """Whether every word of ``text`` stands in the row's id, title or definition."""
    told = f"{row['indicator']} {row['title']} {row['definition']}".casefold()
    return all(word in told for word in (text or "").casefold().split())
