"""Rank consolidation candidates by overlap: what a merge would remove and whom it would touch."""

import click

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.consolidate import ENOUGH, RAND_CORE, RAND_TARGET, candidates, consolidate
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options

_COLUMNS = ("ids", "overlap", "contained", "removes", "touches", "cautions", "certainty")


@click.command()
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@click.option(
    "--title",
    type=click.Choice(["Title 10", "Title 22"]),
    default="Title 10",
    show_default=True,
    help="Side of the house; merges never cross it.",
)
@click.option(
    "--top", type=click.IntRange(min=1), default=20, show_default=True, help="Number of pairs."
)
@click.option(
    "--cut",
    type=click.IntRange(min=1),
    help=f"Merge until so many are gone; RAND proposed {RAND_CORE - RAND_TARGET}.",
)
@click.option("--least", default=ENOUGH, show_default=True, help="With --cut: smallest overlap.")
@output_options
def command(
    options: OutputOptions, *, on: str | None, title: str, top: int, cut: int | None, least: float
) -> None:
    """Rank pairs of authorities by overlap, or merge until a number of them are gone.

    The measure is a Comity default; RAND's own list of merges could not be read.

    \b
    comity authorities consolidate --top 10
    comity authorities consolidate --cut 15
    """  # noqa: D301 (click reads \b as "keep these lines")
    day = day_or_today(on)
    if cut is None:
        rows = [merge.to_dict() for merge in candidates(day, most=top, title=title)]
        headline = f"Consolidation candidates, {title}, {day}. {DISCLAIMER}"
        payload = {"on": day, "disclaimer": DISCLAIMER, "candidates": rows}
        emit(rows, title=headline, options=options, columns=_COLUMNS, payload=payload)
        return
    found = consolidate(day, cut=cut, title=title, least=least)
    rows = [merge.to_dict() for merge in found.merges]
    headline = f"{found.before} core authorities become {found.after} ({day}). {found.reference}"
    payload = found.to_dict() | {"disclaimer": DISCLAIMER}
    emit(rows, title=headline, options=options, columns=_COLUMNS, payload=payload)
