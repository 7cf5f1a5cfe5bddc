"""Compare one treated unit with a weighted mean of others, with placebo ranks."""

from typing import Any

import click

from comity.cli.shared_models import (
    TESTED,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.model_synthetic import estimate_synthetic


@click.command()
@model_options(
    click.option("--outcome", required=True, metavar="COLUMN", help="The outcome."),
    click.option("--treated", required=True, metavar="UNIT", help="The treated unit."),
    click.option("--start", required=True, type=float, help="First treated period."),
    click.option(
        "--donors", metavar="A,B,...", default="", help="Units to draw on [default: all others]."
    ),
    TESTED,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Compare one treated unit with a weighted mean of others, with placebo ranks.

    \b
    comity evaluate synthetic --data panel.csv --outcome y --treated Arvania --start 2010
    """  # noqa: D301 (click reads \b as "keep these lines")
    answer = estimate_synthetic(
        read_model_table(asked, needs_panel=True),
        asked["outcome"],
        asked["treated"],
        asked["start"],
        donors=column_list(asked["donors"]),
        assumptions_tested=asked["assumptions_tested"],
    )
    show_answer(answer, options, title=f"{asked['treated']} against its synthetic control")
