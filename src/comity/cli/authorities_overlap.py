"""Show where authorities overlap: how many serve each pair of words, or Title 10 beside Title 22."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.crowds import crowds
from comity.authorities.narrowing import Only
from comity.authorities.partner_axis import Partners, by_kind, each
from comity.authorities.patchwork import OverlapMatrix, overlap
from comity.authorities.serving import AXES
from comity.authorities.side_by_side import side_by_side
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_partner_status import Told, every_status, partner_status
from comity.terms.errors import InputError


@click.command()
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@click.option("--rows", "down", type=click.Choice(AXES), default="activity", show_default=True)
@click.option(
    "--columns", "across", type=click.Choice(AXES), default="recipient", show_default=True
)
@click.option("--activity", default="", metavar="WORD", help="Count only this activity.")
@click.option("--purpose", default="", metavar="WORD", help="Count only this purpose.")
@click.option("--recipient", default="", metavar="WORD", help="Count only what may reach this one.")
@click.option(
    "--partner",
    "names",
    multiple=True,
    metavar="NAME",
    help="Count only what reaches this country; on a partner axis or with --crowds, repeat it to "
    "compare countries (kinds of partner when left out).",
)
@click.option("--sides", "--side-by-side", "sides", is_flag=True, help="Title 10 beside Title 22.")
@click.option(
    "--crowds",
    "most",
    type=click.IntRange(min=1),
    metavar="N",
    help="The N cells of activity, mission and partner that most authorities serve.",
)
@click.option("--long", "listed", is_flag=True, help="One row for each cell, with the ids.")
@output_options
def command(
    options: OutputOptions,
    *,
    on: str | None,
    down: str,
    across: str,
    names: tuple[str, ...],
    sides: bool,
    most: int | None,
    listed: bool,
    activity: str,
    purpose: str,
    recipient: str,
) -> None:
    """Count authorities by cell: "12+3" is twelve that serve it and three to be checked.

    \b
    comity authorities overlap --rows activity --columns purpose --recipient military
    comity authorities overlap --columns partner --purpose counterterrorism
    comity authorities overlap --columns partner --partner KEN --partner PHL --partner UKR
    comity authorities overlap --crowds 10 --partner KEN --recipient military
    comity authorities overlap --side-by-side --json
    """  # noqa: D301 (click reads \b as "keep these lines")
    day = day_or_today(on)
    only = Only(activity, purpose, recipient)
    if sides:
        rows = [_side_row(item.to_dict()) for item in side_by_side(day, catalogue())]
        emit(rows, title=f"Title 10 beside Title 22 on {day}", options=options)
    elif most is not None:
        _crowds(day, only, names, most, options)
    else:
        found = _matrix(day, (down, across), only, names)
        _show(found, options, listed=listed)


def _matrix(day: date, axes: tuple[str, str], only: Only, names: tuple[str, ...]) -> OverlapMatrix:
    if "partner" in axes:
        partners = _partners(names, day)
        return overlap(day, rows=axes[0], columns=axes[1], only=only, partners=partners)
    if len(names) > 1:
        raise InputError("Several partners need an axis: add --columns partner or --rows partner.")
    alone = partner_status(names[0], day, Told()) if names else None
    return overlap(day, rows=axes[0], columns=axes[1], only=replace(only, partner=alone))


def _show(found: OverlapMatrix, options: OutputOptions, *, listed: bool) -> None:
    rows = _cells(found) if listed or options.csv or options.xlsx else found.table()
    title = f"Authorities by {found.rows} and {found.columns} on {found.on}. {DISCLAIMER}"
    payload = {
        "on": found.on,
        "disclaimer": DISCLAIMER,
        "only": found.only.to_dict(),
        "partners": dict(found.members),
        "cells": _cells(found),
    }
    emit(rows, title=title, options=options, payload=payload)


def _crowds(
    day: date, only: Only, names: tuple[str, ...], most: int, options: OutputOptions
) -> None:
    found = crowds(day, only=only, partners=_partners(names, day), most=most)
    rows = [crowd.to_dict() for crowd in found]
    payload = {"on": day, "disclaimer": DISCLAIMER, "only": only.to_dict(), "crowds": rows}
    title = f"Where most authorities serve the same thing on {day}. {DISCLAIMER}"
    emit(rows, title=title, options=options, payload=payload)


def _partners(names: tuple[str, ...], day: date) -> Partners:
    if names:
        return each(partner_status(name, day, Told()) for name in names)
    return by_kind(every_status(day))


def _side_row(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "activity": item["activity"],
        "Title 10 (number)": len(item["title_10"]),
        "Title 22 (number)": len(item["title_22"]),
        "Title 10": item["title_10"],
        "Title 22": item["title_22"],
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
