"""Estimate a count by Poisson and by the negative binomial, side by side."""

from typing import Any

import click

from comity.cli.shared_models import (
    CLUSTER,
    FORMULA,
    VCOV,
    chosen_errors,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.model_counts import FAMILIES, compare_counts


@click.command()
@model_options(
    FORMULA,
    click.option(
        "--families",
        metavar="A,B",
        default=",".join(FAMILIES),
        help=f"Which of {', '.join(FAMILIES)} [default: both].",
    ),
    click.option(
        "--exposure", metavar="COLUMN", default="", help="Exposure; counts are in proportion to it."
    ),
    click.option("--weights", metavar="COLUMN", default="", help="Weights; Poisson only."),
    CLUSTER,
    VCOV,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate a count by Poisson and by the negative binomial, side by side.

    \b
    comity evaluate count --data panel.csv --formula "events ~ aid | unit + year"
    """  # noqa: D301 (click reads \b as "keep these lines")
    answer = compare_counts(
        read_model_table(asked),
        asked["formula"],
        errors=chosen_errors(asked["vcov"], asked["cluster"], asked["formula"]),
        families=column_list(asked["families"]),
        exposure=asked["exposure"],
        weights=asked["weights"],
    )
    show_answer(answer, options, title=f"{answer.outcome}, logarithm of its mean")
