"""The root of the ``comity`` command."""

import sys

import click

from comity.cli.lazy import LazyGroup
from comity.terms.errors import ComityError
from comity.terms.version import VERSION


@click.command(cls=LazyGroup, prefix="", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="comity")
def root() -> None:
    """Assess, plan, design, monitor and evaluate security cooperation on real data.

    Comity holds unclassified data only and needs no network.
    """


def main() -> int:
    """Run the command; a refusal is one sentence on standard error and exit code 2."""
    try:
        status = root.main(prog_name="comity", standalone_mode=False)
    except click.ClickException as refusal:
        refusal.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; nothing half-written was kept.", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except ComityError as refusal:
        click.echo(f"comity: {refusal}", err=True)
        return 2
    return int(status) if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(main())
