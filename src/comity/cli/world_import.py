"""Bring your own file: read a publisher's file into the panel of this computer.

For sources whose licence does not let Comity ship their figures, and for newer editions.
"""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError
from comity.world.importing import Imported, import_source, list_imports, remove_import
from comity.world.source import all_sources


@click.command()
@click.argument("source", required=False)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--vintage", default="", metavar="TEXT", help="Edition of the file, in your words.")
@click.option(
    "--date", default="", metavar="YYYY-MM-DD", help="Date of the file, if not its time stamp."
)
@click.option("--list", "listing", is_flag=True, help="Show what was imported.")
@click.option("--remove", metavar="SOURCE", help="Take an import out again.")
@output_options
def command(
    *,
    source: str | None,
    file: Path | None,
    vintage: str,
    date: str,
    listing: bool,
    remove: str | None,
    options: OutputOptions,
) -> None:
    """Read FILE, the publisher's own file of SOURCE, into your panel.

    Its figures replace those of the same source in every later command; nothing leaves this
    computer. --remove undoes it.
    """
    if sum([listing, remove is not None, source is not None]) != 1:
        raise InputError(
            "Say what to do: comity world import SOURCE FILE, or --list, or --remove SOURCE."
        )
    if listing:
        _list(options)
    elif remove is not None:
        _remove(remove, options)
    else:
        _import(str(source), file, vintage, date, options)


def _import(
    source: str, file: Path | None, vintage: str, date: str, options: OutputOptions
) -> None:
    if file is None:
        known = all_sources().get(source)
        where = f" The publisher's page: {known.page}" if known and known.page else ""
        raise InputError(f"Which file? comity world import {source} FILE.{where}")
    came = import_source(source, file, vintage=vintage, date=date)
    for sentence in came.record.dropped:
        click.echo(f"Dropped: {sentence}", err=True)
    for record in came.derived:
        click.echo(f"Computed again: {record.id} ({record.rows:,} values)", err=True)
    emit(
        rows_of(came),
        title=f"Imported {came.record.title}: {came.record.rows:,} values ({came.record.vintage})",
        options=options,
        payload={
            "source": came.record,
            "indicators": rows_of(came),
            "derived": came.derived,
            "file": str(came.path),
        },
    )


def rows_of(came: Imported) -> list[dict[str, Any]]:
    """One row for each indicator that came."""
    rows = []
    for name in came.panel.indicators:
        at = came.panel.rows_of(name)
        years = came.panel.year[at]
        rows.append(
            {
                "indicator": name,
                "title": came.panel.catalogue[name].title,
                "unit": came.panel.catalogue[name].unit,
                "rows": at.stop - at.start,
                "partners": len(set(came.panel.partner[at].tolist())),
                "years": f"{years.min()}-{years.max()}",
            }
        )
    return rows


def _list(options: OutputOptions) -> None:
    records = list_imports()
    rows = [
        {
            "source": record.id,
            "vintage": record.vintage,
            "date": record.imported,
            "licence": record.licence,
            "rows": record.rows,
            "partners": record.partners,
            "years": f"{record.first}-{record.last}",
            "sha256": [file.sha256 for file in record.files],
        }
        for record in records
    ]
    if not rows and not options.json:
        click.echo("Nothing has been imported.", err=True)
    emit(
        rows,
        title="Imports",
        options=options,
        columns=["source", "vintage", "date", "licence", "rows", "partners", "years"],
    )


def _remove(name: str, options: OutputOptions) -> None:
    again = remove_import(name)
    rows = [{"source": name, "taken out": True, "computed again": list(again)}]
    emit(rows, title=f"Took out {name}", options=options)
