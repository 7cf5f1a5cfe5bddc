"""Show the gaps: activities and purposes that no authority surely serves for a recipient."""

import click

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.gaps import gaps
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_partner_status import Told, partner_status


@click.command()
@click.option("--recipient", default="military", show_default=True, metavar="WORD")
@click.option("--activity", default="", metavar="WORD", help="Only this activity.")
@click.option("--partner", default="", metavar="NAME", help="Count what reaches this country too.")
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@output_options
def command(
    options: OutputOptions, *, recipient: str, activity: str, partner: str, on: str | None
) -> None:
    """List the cells with none; 'to check' names what might serve it and was not fully read.

    \b
    comity authorities gaps --recipient police --activity equip
    comity authorities gaps --partner UKR
    """  # noqa: D301 (click reads \b as "keep these lines")
    day = day_or_today(on)
    status = partner_status(partner, day, Told()) if partner else None
    found = gaps(day, recipient=recipient, activity=activity, partner=status)
    rows = [gap.to_dict() for gap in found]
    who = f"{recipient} of {status.name}" if status else recipient
    emit(rows, title=f"Gaps for {who} on {day}. {DISCLAIMER}", options=options)
