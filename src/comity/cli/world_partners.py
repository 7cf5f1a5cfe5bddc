"""List partners with their codes and groupings, or find one by any name."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError
from comity.terms.partner import Partner
from comity.world.groupings import CHECKED_TO, GroupBook, groupings
from comity.world.partners import EARLIEST_MEMBERSHIP, PartnerBook, partners


@click.command()
@click.option("--group", metavar="NAME", help="Only members of this grouping.")
@click.option(
    "--year",
    type=click.IntRange(EARLIEST_MEMBERSHIP, 2100),
    help=f"Membership on 31 December of this year [default: {CHECKED_TO}].",
)
@click.option(
    "--groups",
    "group_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML file with groupings of your own.",
)
@click.option(
    "--find",
    "names",
    metavar="NAME",
    multiple=True,
    help="Find the partner of this name or code; may be repeated.",
)
@click.option("--all", "everyone", is_flag=True, help="Territories and former states too.")
@output_options
def command(
    *,
    group: str | None,
    year: int | None,
    group_file: Path | None,
    names: tuple[str, ...],
    everyone: bool,
    options: OutputOptions,
) -> None:
    """List partners with their codes and groupings, or find one by any name.

    \b
    comity world partners --group AFRICOM --year 2022
    comity world partners --find "Korea, South" --find Burma

    Codes are those of today; --find adds former ones with their years.
    """  # noqa: D301 (click reads \b as "keep these lines")
    book, groups = partners(), groupings(group_file)
    when = CHECKED_TO if year is None else year
    if names:
        if group or everyone:
            raise InputError("--find stands alone; leave --group and --all out.")
        found = [(name, book.resolve(name, year=year)) for name in names]
        rows = [
            {"asked": name, **_row(one, when, book, groups), "other_codes": _other_codes(one, book)}
            for name, one in found
        ]
        emit(rows, title=f"Partners found, {when}", options=options)
        return
    chosen, title = _chosen(group, when, everyone=everyone, book=book, groups=groups)
    rows = [_row(one, when, book, groups) for one in chosen]
    emit(rows, title=f"{title}, {when}: {len(rows)} partners", options=options)


def _chosen(
    group: str | None, year: int, *, everyone: bool, book: PartnerBook, groups: GroupBook
) -> tuple[Iterable[Partner], str]:
    if group is not None:
        members = [book[one] for one in groups.members(group, year)]
        return members, groups.describe(group).title
    if everyone:
        return book, "All partners"
    return book.states(year), "Members of the international system"


def _row(one: Partner, year: int, book: PartnerBook, groups: GroupBook) -> dict[str, Any]:
    return {
        "partner": one.id,
        "name": one.name,
        "kind": one.kind,
        "iso2": one.iso2,
        "m49": one.m49,
        "cow": one.cow,
        "gw": one.gw,
        "wb": one.wb,
        "first": one.first,
        "last": one.last,
        "groups": groups.of(one.id, year),
        "note": book.continuity(one.id, year),
    }


def _other_codes(one: Partner, book: PartnerBook) -> list[str]:
    """Former codes and stand-ins in words, such as ``cow 260 (to 1990): West Germany``."""
    return [
        f"{use.system} {use.code}{_years(use.first, use.last)}: {use.why}"
        for use in book.other_codes(one.id)
    ]


def _years(first: int | None, last: int | None) -> str:
    begin = "" if first is None else f"from {first}"
    end = "" if last is None else f"to {last}"
    return f" ({' '.join(filter(None, (begin, end)))})" if begin or end else ""
