"""Download a source's official file; the only command that uses a network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError
from comity.world.fetching import by_hand, fetch_source
from comity.world.source import Source, all_sources, get_source


@click.command()
@click.argument("source", required=False)
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Folder for the file; the current one when left out.",
)
@click.option("--list", "listing", is_flag=True, help="Show where each source's file is found.")
@output_options
def command(source: str | None, folder: Path, listing: bool, options: OutputOptions) -> None:
    """Download the official file of SOURCE.

    With no network the command says which page to open, which file to take, and how to import it.
    The file is checked against the publisher's checksum where one is known, and is not imported.
    """
    if listing == (source is not None):
        raise InputError("Say which: comity world fetch SOURCE, or comity world fetch --list.")
    if source is None:
        rows = [describe(one) for one in all_sources().values()]
        columns = ["source", "licence", "url", "page", "file"]
        emit(rows, title="Where the files are found", options=options, columns=columns)
        return
    chosen = get_source(source)
    with _byte_bar(source) as progress:
        done = fetch_source(chosen, folder, progress=progress)
    checked = "and matches the publisher's" if done.verified else "(no published one to compare)"
    click.echo(f"SHA-256 {done.sha256} {checked}", err=True)
    click.echo(f"Next: comity world import {source} {done.path}", err=True)
    row = {
        "source": source,
        "file": str(done.path),
        "bytes": done.size,
        "sha256": done.sha256,
        "verified": done.verified,
        "connections": done.attempts,
    }
    emit([row], title=f"Fetched {chosen.title}", options=options, payload=row)


def describe(source: Source) -> dict[str, Any]:
    """Where one source's file is found, by the command and by hand."""
    return {
        "source": source.id,
        "title": source.title,
        "licence": str(source.licence),
        "url": source.url,
        "page": source.page,
        "file": " or ".join(source.files[:2]),
        "by_hand": by_hand(source),
    }


@contextmanager
def _byte_bar(name: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar of bytes on standard error, where a person is watching."""
    import sys

    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(file=sys.stderr)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(name, total=None)
        yield lambda there, total: bar.update(task, completed=there, total=total)
