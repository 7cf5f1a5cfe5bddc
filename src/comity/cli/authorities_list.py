"""List the catalogue, count it, or write it as one self-contained page."""

from pathlib import Path

import click

from comity.authorities.catalogue import DISCLAIMER, Catalogue, catalogue
from comity.authorities.query import parse_day
from comity.authorities.rules.validity import in_force
from comity.authorities.vocabulary import word
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_record_text import LIST_COLUMNS, list_row
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.authorities_page import page
from comity.terms.authority import Answer, Authority, Certainty
from comity.terms.errors import UnknownName

_COUNTED = ("title", "category", "group", "certainty")


@click.command()
@click.option("--title", metavar="TEXT", help='Body of law, such as "Title 10".')
@click.option(
    "--category", metavar="WORD", help="activity, mission, partner, supporting, restriction."
)
@click.option("--activity", metavar="WORD", help="Reaches this activity, surely or perhaps.")
@click.option("--certainty", metavar="WORD", help="verified, partly verified, recalled.")
@click.option(
    "--in-force", "in_force_on", metavar="DAY", help="Not known to be out of force that day."
)
@click.option(
    "--count", "counted", is_flag=True, help="Count by title, category, group, certainty."
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
    title: str | None,
    category: str | None,
    activity: str | None,
    certainty: str | None,
    in_force_on: str | None,
    counted: bool,
    html: Path | None,
) -> None:
    """List the authorities of the catalogue with their certainty and the day of the last check.

    \b
    comity authorities list --title "Title 10" --category mission --in-force 2027-01-01
    comity authorities list --count
    comity authorities list --html authorities.html
    """  # noqa: D301 (click reads \b as "keep these lines")
    book = catalogue()
    if html is not None:
        check_destination(html, suffix=".html")
        path = write_file(html, page(book).encode("utf-8"))
        click.echo(f"Wrote {path}", err=True)
        return
    if counted:
        emit(_counts(book), title=f"{len(book)} records. {DISCLAIMER}", options=options)
        return
    wanted = {"title": title, "category": category, "certainty": certainty}
    _check_words(wanted, book)
    found = [record for record in book if _matches(record, wanted)]
    if activity:
        found = [record for record in found if _does(record, word("activity", activity))]
    if in_force_on:
        day = parse_day(in_force_on)
        found = [r for r in found if in_force(r, day).answer is not Answer.NO]
    rows = [list_row(record) for record in found]
    headline = f"{len(rows)} of {len(book)} records. {DISCLAIMER}"
    payload = {"disclaimer": DISCLAIMER, "records": rows}
    emit(rows, title=headline, options=options, columns=LIST_COLUMNS, payload=payload)


def _check_words(wanted: dict[str, str | None], book: Catalogue) -> None:
    for name, given in wanted.items():
        known = [c.value for c in Certainty] if name == "certainty" else list(book.counts(name))
        if given is not None and given not in known:
            refusal = UnknownName(name, given, known)
            refusal.args = (f"{refusal} Known: {', '.join(known)}.",)
            raise refusal


def _matches(record: Authority, wanted: dict[str, str | None]) -> bool:
    return all(
        given is None or str(getattr(record, name)) == given for name, given in wanted.items()
    )


def _does(record: Authority, activity: str) -> bool:
    if record.fit is None or record.fit.companion:
        return False
    reading = record.fit.activities.get(activity) or record.fit.activities.get("any")
    return reading is not None and reading.answer is not Answer.NO


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
