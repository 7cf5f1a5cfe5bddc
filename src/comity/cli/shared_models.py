"""What the commands on single models share: reading the data, errors, and how the answer looks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from comity.cli.shared_output import OutputOptions, emit, output_options, print_table
from comity.evaluate.model_answer import ModelAnswer
from comity.evaluate.panel_errors import Errors, parse_errors
from comity.evaluate.panel_run import default_errors
from comity.evaluate.study_data import read_table
from comity.methods.formula import parse_formula
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError, UnknownName
from comity.terms.estimate import Estimate

Command = TypeVar("Command", bound=Callable[..., Any])

DATA = click.option(
    "--data",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="CSV or Parquet file with one row for each unit and period.",
)
UNIT = click.option("--unit", default="unit", show_default=True, help="Column of the unit.")
PERIOD = click.option("--period", default="year", show_default=True, help="Column of the period.")
FORMULA = click.option(
    "--formula", required=True, metavar="TEXT", help="Such as 'y ~ treat + x1 | unit + year'."
)
CLUSTER = click.option("--cluster", help="Clustering variable, or two joined by +.")
VCOV = click.option(
    "--vcov",
    type=click.Choice(["iid", "hetero", "HC2", "HC3", "CR1", "CR3"]),
    help="Kind of standard errors; CR1 with --cluster.",
)
SEED = click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
TESTED = click.option(
    "--assumptions-tested",
    "assumptions_tested",
    metavar="TEXT",
    default="",
    help="What was done to test the design's assumptions; only with it may the answer say effect.",
)


def model_options(*more: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Add ``--data``, ``--unit``, ``--period``, the options given, and the output's."""

    def add(function: Command) -> Command:
        added: tuple[Callable[[Any], Any], ...] = (DATA, UNIT, PERIOD, *more)
        for option in reversed(added):
            function = option(function)
        return output_options(function)

    return add


def read_model_table(asked: dict[str, Any], *, needs_panel: bool = False) -> Table:
    """Read ``--data`` and name its unit and period where it has them.

    Parameters
    ----------
    needs_panel
        Whether both must be there.

    Raises
    ------
    UnknownName
        If a column that must be there is not.
    """
    table = read_table(asked["data"])
    for name in ("unit", "period"):
        if needs_panel and asked[name] not in table.columns:
            raise UnknownName(f"--{name} column", asked[name], table.columns)
    unit, period = (asked[n] if asked[n] in table.columns else "" for n in ("unit", "period"))
    return Table(table.columns, unit, period)


def chosen_errors(vcov: str | None, cluster: str | None, formula: str) -> Errors:
    """Errors that ``--vcov`` and ``--cluster`` ask for; fixest's default without either.

    Raises
    ------
    InputError
        If the two do not go together.
    """
    if cluster is None:
        if vcov in {"CR1", "CR3"}:
            raise InputError(f"--vcov {vcov} needs --cluster, such as --cluster unit.")
        return parse_errors(vcov) if vcov else default_errors(parse_formula(formula))
    if vcov not in {None, "CR1", "CR3"}:
        raise InputError(f"--vcov {vcov} takes no --cluster; leave one out.")
    return parse_errors(f"CR3: {cluster}" if vcov == "CR3" else cluster)


def column_list(text: str) -> tuple[str, ...]:
    """Split ``a, b`` into its names."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def show_answer(answer: ModelAnswer, options: OutputOptions, *, title: str) -> None:
    """Give an answer in every form that was asked for."""
    shown = f"{answer.claim.value.capitalize()}: {title}" if answer.estimates else title
    emit(answer.rows(), title=shown, options=options, payload=answer.to_dict())
    if options.json or options.csv or options.xlsx:
        return
    if answer.main and answer.estimates:
        rows = ModelAnswer(answer.model, answer.outcome, answer.design, answer.estimates).rows()
        print_table(rows, title="Estimates")
    for name, rows in answer.tables.items():
        if name != answer.main:
            print_table(rows, title=name.replace("_", " ").capitalize())
    for estimate in answer.estimates:
        _tell(estimate)
    for line in answer.notes:
        click.echo(line)


def _tell(estimate: Estimate) -> None:
    rule = f"; small-sample rule {estimate.small_sample}" if estimate.small_sample else ""
    click.echo(
        f"{estimate.estimator}: {estimate.nobs:,} rows; errors {estimate.errors or 'none'}{rule}."
    )
    known = [
        f"{name} {value:.4g}"
        for name, value in estimate.statistics.items()
        if not name.startswith("minimum_detectable")
    ]
    if known:
        click.echo(f"  {', '.join(known)}")
    for line in (*estimate.dropped, *estimate.notes):
        click.echo(f"  {line}")
