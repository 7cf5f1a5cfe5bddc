"""Show one authority in full: what it permits, who agrees, money, cap, clock, reports, sources."""

import click

from comity.authorities.catalogue import DISCLAIMER, catalogue
from comity.cli.shared_finder_text import text_lines
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_record_text import record_fields, record_payload


@click.command()
@click.argument("authority", metavar="ID")
@output_options
def command(authority: str, options: OutputOptions) -> None:
    """Show one authority, by id (T10-333), citation ("10 USC 333") or section (333).

    \b
    comity authorities show T10-333
    comity authorities show 333 --json
    """  # noqa: D301 (click reads \b as "keep these lines")
    book = catalogue()
    record = book[authority]
    fields = list(record_fields(record, book))
    if options.json or options.csv or options.xlsx:
        rows = [{"field": name, "value": text} for name, text in fields]
        payload = record_payload(record, book)
        emit(rows, title=record.id, options=options, payload=payload)
        return
    click.echo(f"{record.id}  {record.citation}  {record.name}")
    click.echo(DISCLAIMER)
    for name, text in fields:
        for line in text_lines(text, 2, f"{name}: "):
            click.echo(line)
