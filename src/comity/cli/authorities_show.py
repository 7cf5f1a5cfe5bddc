"""Show one authority in full: what it permits, who agrees, money, cap, clock, reports, sources."""

import click

from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.authorities.record_view import described
from comity.cli.shared_day import day_or_today
from comity.cli.shared_finder_text import text_lines
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_record_text import record_fields


@click.command()
@click.argument("authority", metavar="ID")
@click.option(
    "--on", "on", metavar="DAY", help="Day of the amounts in the JSON; today when left out."
)
@output_options
def command(authority: str, on: str | None, options: OutputOptions) -> None:
    """Show one authority, by id (T10-333), citation ("10 USC 333") or section (333).

    \b
    comity authorities show T10-333
    comity authorities show 333 --on 2025-06-30 --json
    """  # noqa: D301 (click reads \b as "keep these lines")
    book = catalogue()
    record = book[authority]
    fields = list(record_fields(record, book))
    if options.json or options.csv or options.xlsx:
        rows = [{"field": name, "value": text} for name, text in fields]
        payload = described(record.id, day_or_today(on), book)
        emit(rows, title=record.id, options=options, payload=payload)
        return
    click.echo(f"{record.id}  {record.citation}  {record.name}")
    click.echo(DISCLAIMER)
    for name, text in fields:
        for line in text_lines(text, 2, f"{name}: "):
            click.echo(line)
