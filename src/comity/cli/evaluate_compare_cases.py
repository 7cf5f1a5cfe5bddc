"""Lay six or fewer cases side by side on the same questions, unknown shown as unknown."""

from pathlib import Path

import click

from comity.cli.shared_cases import named, tell
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.evaluate.focused_comparison import blank_comparison, read_comparison
from comity.terms.errors import InputError


@click.command()
@click.option("--data", metavar="FILE", type=click.Path(path_type=Path), help="CSV with ratings.")
@click.option("--outcome", metavar="DIMENSION", help="Dimension the others are laid beside.")
@click.option(
    "--blank", metavar="CASE,...", default="", help="Give a table to fill in for these cases."
)
@output_options
def command(*, data: Path | None, outcome: str | None, blank: str, options: OutputOptions) -> None:
    """Lay six or fewer cases side by side on the same questions.

    Nothing is estimated. The questions of the blank table are Comity's own.

    \b
    comity evaluate compare-cases --blank "Oria,Belmar,Tasca" --csv ratings.csv
    comity evaluate compare-cases --data ratings.csv --outcome "legitimacy"
    """  # noqa: D301 (click reads \b as "keep these lines")
    if blank:
        emit(blank_comparison(named(blank)), title="Ratings to fill in", options=options)
        return
    if data is None or outcome is None:
        raise InputError("Give --data with --outcome, or --blank with the names of the cases.")
    found = read_comparison(data, outcome)
    emit(
        found.to_rows(),
        title=f"{len(found.cases)} cases beside {outcome}: {found.share_unknown:.0%} unknown",
        options=options,
        payload=found.to_dict(),
    )
    tell(*(f"{one.where}: {one.message}" for one in found.shortcomings()))
