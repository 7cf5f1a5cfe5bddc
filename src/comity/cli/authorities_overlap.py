"""Show where authorities overlap: how many serve each pair of words, or Title 10 beside Title 22."""

from dataclasses import asdict
from typing import Any

import click

from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.patchwork import AXES, OverlapMatrix, overlap, side_by_side
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.world.partners import partners


@click.command()
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@click.option("--rows", "down", type=click.Choice(AXES), default="activity", show_default=True)
@click.option(
    "--columns", "across", type=click.Choice(AXES), default="recipient", show_default=True
)
@click.option("--recipient", default="", metavar="WORD", help="Count only what may reach this one.")
@click.option("--partner", default="", metavar="NAME", help="Leave out what names other countries.")
@click.option("--side-by-side", "sides", is_flag=True, help="Title 10 beside Title 22.")
@click.option("--long", "listed", is_flag=True, help="One row for each cell, with the ids.")
@output_options
def command(
    options: OutputOptions,
    *,
    on: str | None,
    down: str,
    across: str,
    recipient: str,
    partner: str,
    sides: bool,
    listed: bool,
) -> None:
    """Count authorities by cell: "12+3" is twelve that serve it and three to be checked.

    \b
    comity authorities overlap --rows activity --columns purpose --recipient military
    comity authorities overlap --side-by-side --json
    """  # noqa: D301 (click reads \b as "keep these lines")
    day = day_or_today(on)
    code = partners().resolve(partner).id if partner else ""
    if sides:
        found = side_by_side(day, catalogue())
        rows = [_side_row(asdict(item)) for item in found]
        emit(rows, title=f"Title 10 beside Title 22 on {day}", options=options)
        return
    matrix = overlap(day, rows=down, columns=across, recipient=recipient, partner_code=code)
    files = listed or bool(options.csv or options.xlsx)
    rows = _cells(matrix) if files else matrix.table()
    title = f"Authorities by {down} and {across} on {day}. {DISCLAIMER}"
    payload = {"on": day, "disclaimer": DISCLAIMER, "cells": _cells(matrix)}
    emit(rows, title=title, options=options, payload=payload)


def _side_row(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "activity": item["activity"],
        "Title 10 (number)": len(item["title_10"]),
        "Title 22 (number)": len(item["title_22"]),
        "Title 10": list(item["title_10"]),
        "Title 22": list(item["title_22"]),
    }


def _cells(matrix: OverlapMatrix) -> list[dict[str, Any]]:
    return [
        {
            matrix.rows: cell.row,
            matrix.columns: cell.column,
            "number": cell.count,
            "authorities": list(cell.sure),
            "to_check": list(cell.unsure),
        }
        for cell in matrix.cells
        if cell.sure or cell.unsure
    ]
