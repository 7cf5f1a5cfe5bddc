"""A chart file that a command writes: .html or .svg."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.shared_writing import check_destination, write_file
from comity.reports.specification_curve import curve_page, curve_picture
from comity.terms.errors import FileError

if TYPE_CHECKING:
    import altair as alt

CHART = click.option(
    "--chart", type=click.Path(path_type=Path), metavar="FILE", help="Chart: .html or .svg."
)


def check_chart(path: Path | None) -> None:
    """Refuse a place or an ending before anything is computed.

    Raises
    ------
    FileError
        If the name ends otherwise, or nothing can be written there.
    """
    if path is None:
        return
    if path.suffix.lower() not in {".html", ".svg"}:
        raise FileError(path, "the name must end in .html or .svg.", mend="Rename it.")
    check_destination(path)


def write_chart(path: Path, chart: "alt.VConcatChart") -> None:
    """Write the chart as its ending says, and tell where."""
    page = path.suffix.lower() == ".html"
    write_file(path, curve_page(chart) if page else curve_picture(chart))
    click.echo(f"Wrote {path}", err=True)
