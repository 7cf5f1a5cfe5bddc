"""Start the site on this machine: pages, records and the API in one process."""

from importlib import import_module
from importlib.util import find_spec

import click

from comity.terms.errors import DataMissing


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8140, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Server processes."
)
@click.option(
    "--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Threads in each."
)
@click.option(
    "--demonstration/--empty",
    default=True,
    show_default=True,
    help="Whether a first run adds invented records to look at.",
)
@click.option("--background", is_flag=True, help="Return once it stands; --stop ends it.")
@click.option("--stop", is_flag=True, help="Stop a site that runs in the background.")
def command(**options: object) -> None:
    r"""Start the site on this machine.

    The first run makes a SQLite database, demonstration records and an administrator, and prints a
    one-time password. DATABASE_URL=postgres://... keeps the records in PostgreSQL instead.

    \b
    comity serve
    comity serve --background
    DATABASE_URL=postgres://comity@/comity comity serve --host 0.0.0.0 --workers 2 --empty
    """
    if find_spec("comity_web") is None or find_spec("django") is None:
        raise DataMissing("The site is not installed; install it with: pip install 'comity[web]'")
    # The site stands above the command line, so it is found by name and not imported.
    import_module("comity_web.site.starting").start(**options)
