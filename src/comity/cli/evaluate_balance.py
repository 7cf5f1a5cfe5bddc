"""Make treated and untreated rows alike, by entropy balancing and by matching."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_models import (
    CLUSTER,
    VCOV,
    chosen_errors,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions, csv_bytes
from comity.cli.shared_writing import check_destination, write_file
from comity.evaluate.model_balance import (
    METHODS,
    BalanceQuestion,
    compare_balance,
    weight_rows,
)
from comity.evaluate.panel_errors import Errors


@click.command()
@model_options(
    click.option("--treatment", required=True, metavar="COLUMN", help="Zeros and ones."),
    click.option(
        "--covariates", required=True, metavar="A,B,...", help="Columns that should agree."
    ),
    click.option(
        "--methods",
        metavar="A,B",
        default=",".join(METHODS),
        help=f"Which of {', '.join(METHODS)} [default: both].",
    ),
    click.option("--squares", is_flag=True, help="Entropy: balance squares too."),
    click.option(
        "--within", metavar="COLUMN", default="", help="Matching: agree exactly in this column."
    ),
    click.option(
        "--neighbours",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Matching: untreated rows for each treated one.",
    ),
    click.option(
        "--caliper",
        type=click.FloatRange(min=0, min_open=True),
        default=float("inf"),
        help="Matching: largest distance [default: none].",
    ),
    click.option(
        "--outcome", metavar="COLUMN", default="", help="Compare this too; look at balance first."
    ),
    click.option(
        "--save-weights",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="CSV with the weight of each row, for --weights of other commands.",
    ),
    CLUSTER,
    VCOV,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Make treated and untreated rows alike, by entropy balancing and by matching.

    \b
    comity evaluate balance --data panel.csv --treatment aid --covariates gdp,population
    """  # noqa: D301 (click reads \b as "keep these lines")
    if asked["save_weights"] is not None:
        check_destination(asked["save_weights"], suffix=".csv")
    question = BalanceQuestion(
        read_model_table(asked),
        asked["treatment"],
        column_list(asked["covariates"]),
        **{name: asked[name] for name in ("squares", "within", "neighbours", "caliper")},
    )
    answer, weights = compare_balance(
        question,
        methods=column_list(asked["methods"]),
        outcome=asked["outcome"],
        errors=_errors(asked),
    )
    if asked["save_weights"] is not None:
        rows = weight_rows(question, weights)
        write_file(asked["save_weights"], csv_bytes(rows, list(rows[0])))
        click.echo(f"Wrote {asked['save_weights']}", err=True)
    show_answer(answer, options, title=f"balance of {asked['treatment']}")


def _errors(asked: dict[str, Any]) -> Errors | None:
    if asked["vcov"] is None and asked["cluster"] is None:
        return None
    return chosen_errors(asked["vcov"], asked["cluster"], "y ~ x")
