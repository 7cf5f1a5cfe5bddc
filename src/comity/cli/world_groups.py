"""List groupings of partners, or the dated members of one."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.grouping import Grouping, Membership
from comity.world.groupings import CHECKED_TO, GroupBook, groupings
from comity.world.partners import EARLIEST_MEMBERSHIP, partners


@click.command()
@click.argument("name", required=False)
@click.option(
    "--year",
    type=click.IntRange(EARLIEST_MEMBERSHIP, 2100),
    default=CHECKED_TO,
    show_default=True,
    help="Membership on 31 December of this year.",
)
@click.option(
    "--groups",
    "group_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML file with groupings of your own.",
)
@click.option("--history", is_flag=True, help="With NAME: every membership, past ones too.")
@output_options
def command(
    *,
    name: str | None,
    year: int,
    group_file: Path | None,
    history: bool,
    options: OutputOptions,
) -> None:
    """List groupings of partners, or the dated members of one.

    \b
    comity world groups
    comity world groups EUCOM --year 2007
    comity world groups MNNA --history
    """  # noqa: D301 (click reads \b as "keep these lines")
    groups = groupings(group_file)
    if name is None:
        rows = [_summary(one, groups, year) for one in groups]
        emit(rows, title=f"Groupings, {year}", options=options)
        return
    grouping = groups.describe(name)
    current = set(groups.members(name, year))
    rows = [
        _membership(one)
        for one in sorted(grouping.memberships, key=lambda one: (one.partner, str(one.start)))
        if history or (one.partner in current and one.holds(year))
    ]
    described = _description(grouping)
    span = "every year" if history else str(year)
    emit(
        rows,
        title=f"{grouping.name}: {grouping.title}, {span}",
        options=options,
        payload={**described, "year": None if history else year, "members": rows},
    )
    if not (options.json or options.csv or options.xlsx):
        for label, text in described.items():
            if text and label not in {"name", "title"}:
                click.echo(f"{label}: {text}")


def _summary(one: Grouping, groups: GroupBook, year: int) -> dict[str, Any]:
    members = groups.members(one.name, year)
    doubtful = {spell.partner for spell in one.to_check if spell.holds(year)} & set(members)
    return {
        "name": one.name,
        "title": one.title,
        "family": one.family,
        "members": len(members),
        "to check": len(doubtful),
        "vintage": one.vintage,
    }


def _membership(one: Membership) -> dict[str, Any]:
    return {
        "partner": one.partner,
        "name": partners()[one.partner].name,
        "start": one.start,
        "end": one.end,
        "certainty": one.certainty,
        "note": one.note,
    }


def _description(one: Grouping) -> dict[str, str]:
    return {
        "name": one.name,
        "title": one.title,
        "family": one.family,
        "source": one.source,
        "vintage": one.vintage,
        "certainty": one.certainty,
        "note": one.note,
    }
