"""Show the law's history from 1961: beginnings, renumberings, ends; or how many stood each year."""

from dataclasses import asdict

import click

from comity.authorities.timeline import FIRST_YEAR, counts, events
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError


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
    last = last or day_or_today(None).year
    if not FIRST_YEAR <= first <= last:
        raise InputError(f"The first year lies between {FIRST_YEAR} and {last}, not {first}.")
    if counted:
        rows = [asdict(item) for item in counts(first, last)]
        emit(rows, title="Records that stood on 31 December", options=options)
        return
    found = events(first=first, last=last)
    emit([event.to_dict() for event in found], title="Timeline", options=options,
         columns=("when", "what", "text", "certainty"))  # fmt: skip
