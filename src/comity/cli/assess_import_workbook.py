"""Read edited weights of an exported Excel workbook back as a model."""

from pathlib import Path

import click

from comity.cli.shared_output import OutputOptions, emit
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.workbook_import import EditedModel, read_workbook


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the model to this TOML file, for --model of the other commands.",
)
@click.option("--name", default="", help="Name for the model; else the exported one with -edited.")
@click.option("as_json", "--json", is_flag=True, help="Print JSON: the changes and the model.")
def command(file: Path, out: Path | None, name: str, *, as_json: bool) -> None:
    r"""Say which weights were changed in FILE, a workbook made by comity assess rank --xlsx.

    \b
    comity assess rank --xlsx scores.xlsx
    comity assess import-workbook scores.xlsx --out mine.toml
    comity assess rank --model mine.toml
    """
    if out is not None:
        check_destination(out, suffix=".toml")
    edited = read_workbook(file, name=name)
    _answer(edited, as_json=as_json)
    if out is not None:
        written = write_file(out, edited.model.to_toml().encode("utf-8"))
        click.echo(f"Wrote {written}", err=True)
    elif edited.changes and not as_json:
        click.echo("Write the model with --out FILE.toml to score with it.", err=True)


def _answer(edited: EditedModel, *, as_json: bool) -> None:
    if not edited.changes and not as_json:
        click.echo(f"No weight differs from {edited.origin}.")
        return
    emit(
        edited.rows(),
        title=f"{edited.model.name}: {_differ(len(edited.changes))} from {edited.origin}",
        options=OutputOptions(json=as_json),
        payload=edited.to_dict(),
        columns=("kind", "id", "before", "after"),
    )


def _differ(count: int) -> str:
    return "1 weight differs" if count == 1 else f"{count} weights differ"
