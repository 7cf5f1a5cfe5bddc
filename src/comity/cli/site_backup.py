"""Write a whole site into one file: every record and every file of its folder."""

from pathlib import Path

import click

from comity.cli.shared_site import site_module


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(file: Path) -> None:
    r"""Write a whole site into one file.

    Takes the site that COMITY_HOME and DATABASE_URL name, as it is at one moment; the server may
    run on. The file is read again from end to end before the command says that it is done. It holds
    password hashes and secrets of second factors, so it is made readable for you alone; keep it so.

    \b
    comity site backup comity-2026-11-25.backup
    """
    made = site_module("site.backup").backup(file, say=click.echo)
    click.echo(
        f"{file}: {sum(made.counts.values())} records, {len(made.digests) - 1} files, read again."
    )
