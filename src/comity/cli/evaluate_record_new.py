"""Start an evaluation record: a file to fill in, or the worked example."""

from pathlib import Path

import click

from comity.cli.shared_writing import write_file
from comity.evaluate.record_file import blank_record, example_record
from comity.terms.errors import FileError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Write the worked example, an invented evaluation.")
def command(*, file: Path, example: bool) -> None:
    """Start an evaluation record in FILE (TOML); an existing file is left alone.

    \b
    comity evaluate record-new patrol-boats.toml
    """  # noqa: D301 (click reads \b as "keep these lines")
    if file.exists():
        raise FileError(file, "there is such a file already.", mend="Choose another name.")
    text = example_record() if example else blank_record()
    click.echo(f"Wrote {write_file(file, text.encode('utf-8'))}", err=True)
