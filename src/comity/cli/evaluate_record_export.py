"""Export an evaluation record to Word, PDF and HTML, in full or as the public summary."""

from pathlib import Path

import click

from comity.cli.shared_record import as_of_option, day_of
from comity.cli.shared_writing import check_destination, write_file
from comity.evaluate.record_file import read_record
from comity.reports.evaluation_blocks import evaluation_document
from comity.reports.evaluation_docx import docx_document
from comity.reports.evaluation_html import html_document
from comity.reports.evaluation_pdf import PAPERS, pdf_document
from comity.terms.errors import InputError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--docx", metavar="FILE", type=click.Path(path_type=Path), help="Write Word.")
@click.option("--pdf", metavar="FILE", type=click.Path(path_type=Path), help="Write PDF.")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write HTML.")
@click.option("--public", is_flag=True, help="The version for everybody, with redactions.")
@click.option(
    "--paper", type=click.Choice(PAPERS), default=PAPERS[0], show_default=True, help="Of the PDF."
)
@as_of_option
def command(
    *,
    file: Path,
    docx: Path | None,
    pdf: Path | None,
    html: Path | None,
    public: bool,
    paper: str,
    as_of: str | None,
) -> None:
    """Export an evaluation record; a draft says on its first page what is wanting.

    \b
    comity evaluate record-export patrol-boats.toml --docx report.docx --pdf report.pdf
    comity evaluate record-export patrol-boats.toml --public --html summary.html
    """  # noqa: D301 (click reads \b as "keep these lines")
    wanted = {".docx": docx, ".pdf": pdf, ".html": html}
    if not any(wanted.values()):
        raise InputError("Name at least one file: --docx, --pdf or --html.")
    for suffix, path in wanted.items():
        if path is not None:
            check_destination(path, suffix=suffix)
    document = evaluation_document(read_record(file), day_of(as_of), public=public)
    drawn: list[tuple[Path, bytes]] = []
    if docx is not None:
        drawn.append((docx, docx_document(document)))
    if pdf is not None:
        drawn.append((pdf, pdf_document(document, paper)))
    if html is not None:
        drawn.append((html, html_document(document).encode("utf-8")))
    for path, content in drawn:
        click.echo(f"Wrote {write_file(path, content)}", err=True)
