"""Options that every command on compared cases takes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from comity.evaluate.case_table import read_cases
from comity.methods.qca_cases import Cases
from comity.methods.qca_truth_table import Cuts
from comity.terms.errors import InputError

Command = TypeVar("Command", bound=Callable[..., Any])

DATA = click.option(
    "--data",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="CSV: a line for each case, memberships from 0 to 1.",
)
OUTCOME = click.option(
    "--outcome", required=True, metavar="COLUMN", help="The outcome; ~COLUMN asks for its absence."
)
CONDITIONS = click.option(
    "--conditions",
    metavar="A,B,...",
    default="",
    help="The conditions [default: all other columns].",
)
_OPTIONS = (
    DATA,
    OUTCOME,
    CONDITIONS,
    click.option(
        "--incl-cut", default=0.8, show_default=True, help="Least inclusion of a positive row."
    ),
    click.option(
        "--n-cut", default=1, show_default=True, help="Fewest cases of a row that counts."
    ),
    click.option("--pri-cut", default=0.0, show_default=True, help="Least PRI of a positive row."),
)


def case_options(function: Command) -> Command:
    """Add the options for the table of cases and the cut-offs."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def named(text: str) -> tuple[str, ...]:
    """Split ``A, ~B`` into its names."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def numbers(text: str, option: str) -> tuple[float, ...]:
    """Split ``0.75,0.8`` into its numbers.

    Raises
    ------
    InputError
        If a part is no number.
    """
    try:
        return tuple(float(part) for part in named(text))
    except ValueError:
        raise InputError(f"{option} is {text!r}; give numbers with commas between them.") from None


def cases_and_cuts(
    data: Path, outcome: str, conditions: str, cuts: tuple[float, int, float]
) -> tuple[Cases, Cuts]:
    """Read the cases and the cut-offs."""
    inclusion, n, pri = cuts
    drawn = Cuts(inclusion=inclusion, n=n, pri=pri)
    return read_cases(data, outcome, named(conditions)), drawn


def tell(*notes: str) -> None:
    """Print what a reader should know on standard error."""
    for note in notes:
        click.echo(f"Note: {note}", err=True)
