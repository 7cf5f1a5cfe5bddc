"""Show the law's history from 1961: beginnings, renumberings, ends; or how many stood each year."""

import click

from comity.authorities.timeline import FIRST_YEAR, timeline
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options


@click.command()
@click.option("--from", "first", type=int, default=FIRST_YEAR, show_default=True, metavar="YEAR")
@click.option("--to", "last", type=int, metavar="YEAR", help="This year when left out.")
@click.option("--counts", "counted", is_flag=True, help="Records that stood on 31 December.")
@output_options
def command(options: OutputOptions, *, first: int, last: int | None, counted: bool) -> None:
    """List the dated events of the catalogue; dates that are recalled say so.

    \b
    comity authorities timeline --from 2016 --to 2016
    comity authorities timeline --counts --from 2010
    """  # noqa: D301 (click reads \b as "keep these lines")
    found = timeline(last or day_or_today(None).year, first=first)
    if counted:
        rows = [year.to_dict() for year in found.years]
        emit(rows, title="Records that stood on 31 December", options=options)
        return
    emit([event.to_dict() for event in found.events], title="Timeline", options=options,
         columns=("when", "what", "text", "certainty"))  # fmt: skip
