"""List the catalogue with facets, count it, or write it as one self-contained page."""

from pathlib import Path

import click

from comity.authorities.catalogue import DISCLAIMER, Catalogue, catalogue
from comity.authorities.listing import Listing, listing
from comity.authorities.query import parse_day
from comity.authorities.record_view import STANDING, summary
from comity.authorities.vocabulary import word
from comity.cli.shared_day import day_or_today
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_record_text import LIST_COLUMNS
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.authorities_page import page
from comity.terms.authority import Answer

_COUNTED = ("title", "category", "group", "certainty")
_IN_THE_VOCABULARY = ("activity", "purpose", "recipient")


@click.command()
@click.option("--title", metavar="TEXT", help='Body of law, such as "Title 10".')
@click.option(
    "--category", metavar="WORD", help="activity, mission, partner, supporting, restriction."
)
@click.option("--activity", metavar="WORD", help="Reaches this activity, surely or perhaps.")
@click.option("--purpose", metavar="WORD", help="Reaches this purpose, surely or perhaps.")
@click.option("--recipient", metavar="WORD", help="Reaches this recipient, surely or perhaps.")
@click.option("--certainty", metavar="WORD", help="verified, partly verified, recalled.")
@click.option("--search", default="", metavar="TEXT", help="Words in citation, name or text.")
@click.option(
    "--in-force", "in_force_on", metavar="DAY", help="Not known to be out of force that day."
)
@click.option(
    "--count", "counted", is_flag=True, help="Count by title, category, group, certainty."
)
@click.option(
    "--facets", "faceted", is_flag=True, help="Count every facet of what is listed instead."
)
@click.option(
    "--html",
    "html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the whole catalogue as one page that works offline.",
)
@output_options
def command(
    options: OutputOptions,
    *,
    search: str,
    in_force_on: str | None,
    counted: bool,
    faceted: bool,
    html: Path | None,
    **wanted: str | None,
) -> None:
    """List the authorities of the catalogue with their certainty and the day of the last check.

    \b
    comity authorities list --title "Title 10" --category mission --in-force 2027-01-01
    comity authorities list --activity train --recipient police --facets
    comity authorities list --search "service academies"
    comity authorities list --count
    comity authorities list --html authorities.html
    """  # noqa: D301 (click reads \b as "keep these lines")
    book = catalogue()
    if html is not None:
        check_destination(html, suffix=".html")
        path = write_file(html, page(book).encode("utf-8"))
        click.echo(f"Wrote {path}", err=True)
    elif counted:
        emit(_counts(book), title=f"{len(book)} records. {DISCLAIMER}", options=options)
    else:
        _list(_listing(wanted, search, in_force_on), options, faceted=faceted)


def _listing(wanted: dict[str, str | None], search: str, in_force_on: str | None) -> Listing:
    day = parse_day(in_force_on) if in_force_on else day_or_today(None)
    chosen = {
        name: [word(name, given) if name in _IN_THE_VOCABULARY else given]
        for name, given in wanted.items()
        if given is not None
    }
    if in_force_on:
        chosen["standing"] = [STANDING[Answer.YES], STANDING[Answer.CHECK]]
    return listing(day, chosen_facets=chosen, search=search)


def _list(found: Listing, options: OutputOptions, *, faceted: bool) -> None:
    headline = f"{len(found.records)} of {found.total} records. {DISCLAIMER}"
    if faceted:
        rows = [
            {"facet": facet.name, "value": value, "records": count}
            for facet in found.facets
            for value, count in facet.counts
            if count
        ]
        payload = {"disclaimer": DISCLAIMER, "facets": [f.to_dict() for f in found.facets]}
        emit(rows, title=headline, options=options, payload=payload)
        return
    rows = [summary(record) for record in found.records]
    payload = {"disclaimer": DISCLAIMER, "records": rows}
    emit(rows, title=headline, options=options, columns=LIST_COLUMNS, payload=payload)


def _counts(book: Catalogue) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {"by": by, "value": value, "records": count, "share": count / len(book)}
        for by in _COUNTED
        for value, count in book.counts(by).items()
    ]
    standing = book.in_force()
    rows.append(
        {
            "by": "in force",
            "value": "in force",
            "records": len(standing),
            "share": len(standing) / len(book),
        }
    )
    rows += [
        {
            "by": "in force, certainty",
            "value": name,
            "records": round(share * len(standing)),
            "share": share,
        }
        for name, share in book.certainty_shares(standing).items()
    ]
    return rows
