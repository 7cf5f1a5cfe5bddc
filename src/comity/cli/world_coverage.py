"""Show what the panel holds, for which partners and years, and how old it is."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.coverage_page import coverage_page
from comity.terms.errors import InputError
from comity.world.coverage import (
    cells,
    coverage_of_indicators,
    coverage_of_partners,
    coverage_of_years,
    share_by_year,
)
from comity.world.groupings import GroupBook, groupings
from comity.world.load import load_panel
from comity.world.panel import Panel
from comity.world.partners import partners


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at.

    Parameters
    ----------
    panel, year, max_age
        Where, as of when, and how old a value may be.
    partners, indicators
        Ids of the partners and indicators counted.
    words
        The partners, in words.
    """

    panel: Panel
    year: int
    max_age: int
    partners: tuple[str, ...]
    indicators: tuple[str, ...]
    words: str


@click.command()
@click.option("--indicator", metavar="ID", help="Only this indicator, partner by partner.")
@click.option("--partner", metavar="P", help="Only this partner, indicator by indicator.")
@click.option("--group", metavar="G", help="Only members of a grouping, such as AFRICOM.")
@click.option(
    "--groups",
    "group_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML file with groupings of your own, for --group.",
)
@click.option("--year", type=int, metavar="Y", help="As of this year; the panel's last by default.")
@click.option(
    "--max-age",
    type=click.IntRange(0, 100),
    default=5,
    show_default=True,
    help="Oldest value in years that still counts as known (a Comity default).",
)
@click.option(
    "--by",
    type=click.Choice(["indicator", "partner", "year"]),
    help="Rows of the answer, where neither one indicator nor one partner is asked for.",
)
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a page with a map of indicators by years.",
)
@output_options
def command(
    *,
    indicator: str | None,
    partner: str | None,
    group: str | None,
    group_file: Path | None,
    year: int | None,
    max_age: int,
    by: str | None,
    html: Path | None,
    options: OutputOptions,
) -> None:
    """Show for whom and for which years the panel has values, and how old they are.

    A value is known if it is no older than --max-age in the year asked for; later values never
    count.
    """
    if html is not None:
        check_destination(html, suffix=".html")
    if partner is not None and group is not None:
        raise InputError("Give --partner or --group, not both.")
    panel = load_panel()
    first, last = panel.years
    when = last if year is None else year
    if not first <= when <= last:
        raise InputError(f"The year {when} is outside the panel, which covers {first}-{last}.")
    chosen, words = _partners(partner, group, when, groupings(group_file))
    if indicator is not None:
        panel.rows_of(indicator)
    names = (indicator,) if indicator is not None else panel.indicators
    scope = Scope(panel, when, max_age, chosen, names, words)
    rows = answer(scope, by, single=indicator is not None or partner is not None)
    what = indicator or f"{len(names)} indicators"
    title = f"Coverage of {what}, {words}, {when}, no older than {max_age} years"
    if html is not None:
        _write_page(html, title, rows, scope)
    emit(rows, title=title, options=options)


def answer(scope: Scope, by: str | None, *, single: bool) -> list[dict[str, Any]]:
    """Rows of the answer: sums by one dimension, or the single values where one is asked for."""
    if by == "year":
        found = coverage_of_years(scope.panel, scope.partners, indicators=scope.indicators)
        return [asdict(row) for row in found]
    if single and by is None:
        return _single(scope)
    of = coverage_of_partners if by == "partner" else coverage_of_indicators
    rows = of(
        scope.panel,
        scope.year,
        scope.partners,
        indicators=scope.indicators,
        max_age=scope.max_age,
    )
    return [{by or "indicator": row["name"]} | _without_name(row) for row in map(asdict, rows)]


def _single(scope: Scope) -> list[dict[str, Any]]:
    """Each value by itself; partner first where one indicator is asked for."""
    found = cells(
        scope.panel,
        scope.year,
        scope.partners,
        indicators=scope.indicators,
        max_age=scope.max_age,
    )
    rows = [asdict(cell) for cell in found]
    if len(scope.indicators) == 1:
        for row in rows:
            row["unit"] = scope.panel.catalogue[scope.indicators[0]].unit
    return rows


def _without_name(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "name"}


def _partners(
    partner: str | None, group: str | None, year: int, book: GroupBook
) -> tuple[tuple[str, ...], str]:
    """Ids of the partners that are asked for, and what to call them."""
    if partner is not None:
        one = partners().resolve(partner)
        return (one.id,), one.name
    if group is not None:
        return book.members(group, year), group
    states = tuple(one.id for one in partners().states(year) if one.id != "USA")
    return states, "all states but the United States"


def _write_page(path: Path, title: str, rows: Sequence[dict[str, Any]], scope: Scope) -> None:
    years, shares = share_by_year(scope.panel, scope.partners, indicators=scope.indicators)
    page = coverage_page(
        title,
        rows,
        indicators=scope.indicators,
        years=years,
        shares=shares,
        note=f"{len(scope.partners)} partners ({scope.words}); panel {scope.panel.edition}.",
    )
    click.echo(f"Wrote {write_file(path, page.encode('utf-8'))}", err=True)
