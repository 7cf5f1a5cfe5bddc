"""Turn a measured column into membership in a set, by three anchors or one threshold."""

from pathlib import Path
from typing import Any

import click
import numpy as np

from comity.cli.shared_cases import numbers
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.methods.qca_calibrate import Anchors, calibrate, crisp
from comity.terms.errors import FileError, InputError
from comity.world.reading import MISSING, read_numbered


@click.command()
@click.option(
    "--data", required=True, metavar="FILE", type=click.Path(path_type=Path), help="CSV file."
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    required=True,
    metavar="COLUMN=OUT,CROSS,FULL",
    help="Three anchors, or one threshold for a crisp set; may be repeated.",
)
@output_options
def command(*, data: Path, sets: tuple[str, ...], options: OutputOptions) -> None:
    """Turn measured columns into membership, 0 to 1; the other columns stay as they are.

    A gap stays a gap.

    \b
    comity evaluate calibrate --data raw.csv --set income=2500,5000,20000 --set tied=1 --csv out.csv
    """  # noqa: D301 (click reads \b as "keep these lines")
    wanted = dict(_asked(one) for one in sets)
    numbered = read_numbered(data, required=tuple(wanted))
    rows: list[dict[str, Any]] = [dict(row) for _, row in numbered]
    for column, at in wanted.items():
        raw = np.array([_number(data, line, column, row[column]) for line, row in numbered])
        member = crisp(raw, at[0]) if len(at) == 1 else calibrate(raw, Anchors(*at))
        for row, value in zip(rows, member.tolist(), strict=True):
            row[column] = round(value, 6)
    emit(rows, title="Calibrated cases", options=options)


def _asked(text: str) -> tuple[str, tuple[float, ...]]:
    column, _, values = text.partition("=")
    at = numbers(values, f"--set {column}")
    if len(at) not in {1, 3}:
        raise InputError(
            f"--set {text} has {len(at)} numbers; give three anchors (full non-membership, "
            "crossover, full membership) or one threshold."
        )
    return column.strip(), at


def _number(path: Path, line: int, column: str, text: str) -> float:
    if text.strip() in MISSING:
        return float("nan")
    try:
        return float(text)
    except ValueError:
        raise FileError(
            path, f"the column {column!r} says {text!r}; expected a number.", line=line
        ) from None
