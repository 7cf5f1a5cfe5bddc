"""Show the gaps: activities and purposes that no authority surely serves for a recipient."""

import click

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.patchwork import gaps
from comity.authorities.vocabulary import word
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.world.partners import partners


@click.command()
@click.option("--recipient", default="military", show_default=True, metavar="WORD")
@click.option("--activity", default="", metavar="WORD", help="Only this activity.")
@click.option("--partner", default="", metavar="NAME", help="Count what names this country too.")
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@output_options
def command(
    options: OutputOptions, *, recipient: str, activity: str, partner: str, on: str | None
) -> None:
    """List the cells with none; 'to check' names what might serve it and was not fully read.

    \b
    comity authorities gaps --recipient police --activity equip
    """  # noqa: D301 (click reads \b as "keep these lines")
    wanted = word("activity", activity) if activity else ""
    day = day_or_today(on)
    code = partners().resolve(partner).id if partner else ""
    found = gaps(day, recipient=recipient, partner_code=code)
    rows = [
        {
            "activity": gap.activity,
            "purpose": gap.purpose,
            "recipient": gap.recipient,
            "gap": "to check" if gap.unsure else "none",
            "to_check": list(gap.unsure),
        }
        for gap in found
        if wanted in {"", gap.activity}
    ]
    emit(rows, title=f"Gaps for {recipient} on {day}. {DISCLAIMER}", options=options)
