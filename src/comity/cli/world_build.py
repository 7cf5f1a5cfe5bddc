"""Compile the reference panel from a folder of publishers' files.

Every source whose licence allows it is read from its publisher's own file; what was dropped is
said source by source.
"""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_progress import progress_bar
from comity.terms.errors import InputError
from comity.world.build import BuildResult, build
from comity.world.load import embedded_path

_SHOWN = 3


@click.command()
@click.argument("raw_folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--raw", type=click.Path(path_type=Path), help="The raw folder, in place of the argument."
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The panel's file; the one inside the package when left out.",
)
@output_options
def command(
    raw_folder: Path | None, raw: Path | None, out: Path | None, options: OutputOptions
) -> None:
    """Compile the reference panel from the publishers' files under RAW_FOLDER.

    Reads every source whose licence lets its figures ship, adds the zeros that mean "nothing
    happened", computes the derived topics, keeps 1990 on, and writes one file. The same raw
    files give the same bytes.
    """
    if raw_folder is not None and raw is not None:
        raise InputError("Give the raw folder once: as the argument or with --raw.")
    folder = raw_folder or raw
    if folder is None:
        raise InputError("Which folder holds the publishers' files? comity world build RAW_FOLDER")
    with progress_bar("Reading") as progress:
        result = build(folder, progress=progress)
        path = result.write(out or embedded_path())
    rows = rows_of(result)
    say_dropped(rows)
    for sentence in result.skipped:
        click.echo(f"Skipped {sentence}", err=True)
    emit(
        rows if options.json else [{**row, "dropped": len(row["dropped"])} for row in rows],
        title=f"Panel {result.panel.edition}: {len(result.panel.value):,} values in {path}",
        options=options,
        payload=payload_of(result, path),
        columns=("source", "licence", "vintage", "rows", "partners", "years", "seconds", "dropped"),
    )


def say_dropped(rows: list[dict[str, Any]]) -> None:
    """Say on standard error what each source left out, at most a few sentences for each."""
    for row in rows:
        for sentence in row["dropped"][:_SHOWN]:
            click.echo(f"Dropped from {row['source']}: {sentence}", err=True)
        if len(row["dropped"]) > _SHOWN:
            more = len(row["dropped"]) - _SHOWN
            click.echo(f"Dropped from {row['source']}: {more} more; --json has them.", err=True)


def rows_of(result: BuildResult) -> list[dict[str, Any]]:
    """One row for each source and derived topic."""
    return [
        {
            "source": record.id,
            "licence": record.licence,
            "vintage": record.vintage,
            "rows": record.rows,
            "partners": record.partners,
            "years": f"{record.first}-{record.last}",
            "seconds": round(result.seconds[record.id], 2),
            "dropped": list(record.dropped),
        }
        for record in result.manifest.sources
    ]


def payload_of(result: BuildResult, path: Path) -> dict[str, Any]:
    """What ``--json`` prints."""
    return {
        "edition": result.panel.edition,
        "file": str(path),
        "bytes": path.stat().st_size,
        "values": len(result.panel.value),
        "partners": len(result.panel.partners),
        "indicators": len(result.panel.indicators),
        "years": list(result.panel.years),
        "sources": rows_of(result),
        "skipped": list(result.skipped),
    }
