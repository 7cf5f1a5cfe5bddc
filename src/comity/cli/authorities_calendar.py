"""Show what is due in a fiscal year: recurring reports, and notices of what you plan."""

import click

from comity.authorities.calendar import Planned, calendar
from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.query import Query, fiscal_year, parse_day
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError


@click.command()
@click.option("--fy", "year", type=int, metavar="YEAR", help="Fiscal year; this one when left out.")
@click.option(
    "--plan",
    "plans",
    multiple=True,
    metavar="ID:DAY[:ACTIVITY[:RECIPIENT]]",
    help="An activity whose notices are wanted, such as T10-333:2027-03-01:train:military.",
)
@output_options
def command(options: OutputOptions, *, year: int | None, plans: tuple[str, ...]) -> None:
    """List reports and notices in date order; duties to which the law sets no day come last.

    \b
    comity authorities calendar --fy 2027
    comity authorities calendar --fy 2027 --plan T10-333:2027-03-01 --plan T10-341:2027-06-01:engage:police
    """  # noqa: D301 (click reads \b as "keep these lines")
    year = year or fiscal_year(day_or_today(None))
    found = calendar(year, [_planned(plan) for plan in plans])
    rows = [due.to_dict() for due in found]
    payload = {"fiscal_year": year, "disclaimer": DISCLAIMER, "due": rows}
    emit(rows, title=f"Fiscal year {year}. {DISCLAIMER}", options=options, payload=payload,
         columns=("when", "kind", "what", "rule", "citation", "certainty"))  # fmt: skip


def _planned(text: str) -> Planned:
    parts = text.split(":")
    if not 2 <= len(parts) <= 4:
        raise InputError(
            f"{text!r} is not a plan; write ID:DAY, ID:DAY:ACTIVITY or ID:DAY:ACTIVITY:RECIPIENT."
        )
    record = catalogue()[parts[0]]
    reached = list(record.fit.activities) if record.fit else []
    activity = parts[2] if len(parts) > 2 else next((a for a in reached if a != "any"), "train")
    recipient = parts[3] if len(parts) > 3 else "military"
    return Planned(record.id, Query(activity, parse_day(parts[1]), recipient=recipient))
