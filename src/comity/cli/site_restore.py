"""Bring a backup into an empty database of either kind."""

from pathlib import Path

import click

from comity.cli.shared_site import site_module


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> None:
    r"""Bring a backup into an empty database of either kind.

    Makes the tables, inserts every record as it was, reads all of it back and holds it against the
    backup; anything that differs, and nothing is kept. A backup of SQLite goes into PostgreSQL and
    the other way round. Everybody signs in again afterwards.

    \b
    DATABASE_URL=postgres://comity@/comity comity site restore comity-2026-11-25.backup
    """
    site_module("site.restore").restore(file, say=click.echo)
