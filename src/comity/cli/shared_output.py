"""How every command gives its answer: a table on the terminal, or JSON, CSV or Excel.

A command takes the options with one decorator and answers with one call::

    @click.command()
    @output_options
    def command(options: OutputOptions) -> None:
        emit([{"partner": "KEN", "score": 0.61}], title="Scores", options=options)
"""

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comity.cli.shared_values import as_cell, as_plain, as_text, is_number
from comity.cli.shared_workbook import workbook_bytes
from comity.cli.shared_writing import check_destination, write_file
from comity.terms.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table

Command = TypeVar("Command", bound=Callable[..., Any])
_UNBOUNDED = 1_000_000  # wider than any table
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """Where the answer goes.

    Parameters
    ----------
    json
        Print JSON on standard output in place of the table.
    csv
        Write CSV to this file; ``-`` is standard output.
    xlsx
        Write an Excel workbook to this file.
    """

    json: bool = False
    csv: str | None = None
    xlsx: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what could not be written, before anything is computed."""
        if self.json and self.csv == "-":
            raise InputError("Both --json and --csv - print to standard output; choose one.")
        if self.csv is not None and self.csv != "-":
            check_destination(Path(self.csv))
        if self.xlsx is not None:
            check_destination(self.xlsx, suffix=".xlsx")


def output_options(function: Command) -> Command:
    """Add ``--json``, ``--csv`` and ``--xlsx``; the command gets them as ``options``."""

    @click.option("as_json", "--json", is_flag=True, help="Print JSON instead of a table.")
    @click.option(
        "as_csv", "--csv", metavar="FILE", help="Write CSV to FILE; - is standard output."
    )
    @click.option(
        "as_xlsx",
        "--xlsx",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Write an Excel workbook to FILE.",
    )
    @wraps(function)
    def with_output(
        *args: Any, as_json: bool, as_csv: str | None, as_xlsx: Path | None, **kwargs: Any
    ) -> Any:
        options = OutputOptions(json=as_json, csv=as_csv, xlsx=as_xlsx)
        return function(*args, options=options, **kwargs)

    return with_output  # type: ignore[return-value]


def emit(
    rows: Rows,
    *,
    title: str,
    options: OutputOptions,
    payload: Any | None = None,
    columns: Sequence[str] | None = None,
) -> None:
    """Give the answer in every form that was asked for.

    Parameters
    ----------
    rows
        One mapping for each row. NaN and None are missing: ``null`` in JSON, empty in CSV and
        Excel, ``-`` on the terminal. Lists become one cell, joined by semicolons in files.
    title
        Heading of the table, name of the sheet, ``title`` in JSON.
    options
        What ``output_options`` collected.
    payload
        What JSON carries in place of ``{"title": ..., "rows": [...]}``; may hold dataclasses,
        arrays and dates.
    columns
        Columns and their order in the table and the files; every key of every row, in order of
        first appearance, when left out. JSON always carries whole rows.

    Raises
    ------
    FileError
        If a file cannot be written; an older file of that name is then untouched.
    """
    names = list(columns) if columns is not None else _columns(rows)
    if options.json:
        _print_json({"title": title, "rows": rows} if payload is None else payload)
    if options.csv == "-":
        _print_bytes(csv_bytes(rows, names))
    elif options.csv is not None:
        _say_wrote(write_file(Path(options.csv), csv_bytes(rows, names)))
    if options.xlsx is not None:
        _say_wrote(write_file(options.xlsx, workbook_bytes(rows, names, title)))
    if not (options.json or options.csv or options.xlsx):
        print_table(rows, title=title, columns=names)


def print_table(rows: Rows, *, title: str, columns: Sequence[str] | None = None) -> None:
    """Print a table on standard output; numbers are never cut, whatever the width."""
    from rich.console import Console
    from rich.text import Text

    names = list(columns) if columns is not None else _columns(rows)
    console = Console(highlight=False, emoji=False, markup=False)
    table = _table(rows, names)
    wanted = console.measure(table, options=console.options.update(width=_UNBOUNDED))
    # A pipe or a file has no width, so nothing is wrapped there.
    console.width = max(console.width, wanted.minimum) if console.is_terminal else wanted.maximum
    console.print(Text(title, style="bold"), soft_wrap=True)
    console.print(table)


def _columns(rows: Rows) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _table(rows: Rows, names: Sequence[str]) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        numeric = any(is_number(row.get(name)) for row in rows)
        table.add_column(
            Text(name), justify="right" if numeric else "left", no_wrap=numeric, overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(as_text(row.get(name))) for name in names))
    return table


def _print_json(payload: Any) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    ascii_only = "utf" not in encoding.lower()
    text = json.dumps(as_plain(payload), indent=2, ensure_ascii=ascii_only, allow_nan=False)
    click.echo(text)


def csv_bytes(rows: Rows, names: Sequence[str]) -> bytes:
    """Return rows as CSV, in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([as_cell(row.get(name)) for name in names] for row in rows)
    return text.getvalue().encode("utf-8")


def _print_bytes(content: bytes) -> None:
    """UTF-8 whatever the terminal's own encoding, so that a redirected file is always the same."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _say_wrote(path: Path) -> None:
    click.echo(f"Wrote {path}", err=True)
