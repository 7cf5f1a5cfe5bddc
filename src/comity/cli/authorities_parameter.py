"""Look up an amount, a number of days or a ceiling by date."""

from typing import Any

import click

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.dated import DatedParameter, all_parameters, parameter
from comity.authorities.query import parse_day
from comity.cli.shared_output import OutputOptions, emit, output_options


@click.command()
@click.argument("name", required=False)
@click.option("--on", "days", multiple=True, metavar="DAY", help="The day; repeatable.")
@output_options
def command(name: str | None, days: tuple[str, ...], options: OutputOptions) -> None:
    """Look up a dated parameter; without a name, list them; without a day, show the history.

    \b
    comity authorities parameter small-scale-construction --on 2023-06-30 --on 2025-06-30
    comity authorities parameter T10-331.cap
    """  # noqa: D301 (click reads \b as "keep these lines")
    if name is None:
        rows = [_described(item) for item in all_parameters().values()]
        emit(rows, title=f"{len(rows)} dated parameters. {DISCLAIMER}", options=options)
        return
    found = parameter(name)
    rows = _on(found, days) if days else _history(found)
    title = f"{found.name}: {found.title} ({found.citation}). {DISCLAIMER}"
    emit(rows, title=title, options=options, columns=None)


def _described(item: DatedParameter) -> dict[str, object]:
    return {
        "name": item.name,
        "title": item.title,
        "unit": item.unit,
        "citation": item.citation,
        "values": len(item.values),
    }


def _on(found: DatedParameter, days: tuple[str, ...]) -> list[dict[str, object]]:
    rows = []
    for day in (parse_day(text) for text in days):
        value = found.on(day)
        rows.append({"on": day, **_row(value.to_dict(day), found.unit)})
    return rows


def _history(found: DatedParameter) -> list[dict[str, object]]:
    return [_row(value.to_dict(), found.unit) for value in found.values]


def _row(told: dict[str, Any], unit: str) -> dict[str, object]:
    first = ("value", "from", "until", "seen_from", "certainty", "source", "note")
    row = {name: told[name] for name in first}
    return {"value": row.pop("value"), "unit": unit, **row}
