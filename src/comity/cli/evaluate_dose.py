"""Estimate how the outcome goes with the size of a dose: bins or a spline."""

from typing import Any

import click

from comity.cli.shared_cases import numbers
from comity.cli.shared_chart import CHART, check_chart, write_chart
from comity.cli.shared_models import (
    CLUSTER,
    FORMULA,
    VCOV,
    chosen_errors,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.model_dose import KNOTS, SHAPES, estimate_dose
from comity.reports.interval_curve import interval_curve
from comity.terms.errors import InputError


@click.command()
@model_options(
    FORMULA,
    click.option("--dose", required=True, metavar="COLUMN", help="The dose."),
    click.option("--shape", type=click.Choice(SHAPES), default="spline", show_default=True),
    click.option(
        "--cuts",
        metavar="V,V,...",
        default="",
        help="Edges of the bins or knots of the spline [default: terciles; quantiles].",
    ),
    click.option(
        "--knots",
        type=click.IntRange(min(KNOTS), max(KNOTS)),
        default=4,
        show_default=True,
        help="How many knots, where --cuts does not give them.",
    ),
    click.option("--weights", metavar="COLUMN", default="", help="Column of weights."),
    CLUSTER,
    VCOV,
    CHART,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate how the outcome goes with the size of a dose: bins or a spline.

    The formula leaves the dose out; its columns are added. bend_p tests for a straight line.

    \b
    comity evaluate dose --data panel.csv --formula "y ~ x1 | unit + year" --dose aid
    """  # noqa: D301 (click reads \b as "keep these lines")
    check_chart(asked["chart"])
    if asked["chart"] is not None and asked["shape"] == "bins":
        raise InputError("A chart is drawn of the spline only; leave --chart out for bins.")
    answer = estimate_dose(
        read_model_table(asked),
        asked["formula"],
        asked["dose"],
        shape=asked["shape"],
        cuts=numbers(asked["cuts"], "--cuts"),
        knots=asked["knots"],
        errors=chosen_errors(asked["vcov"], asked["cluster"], asked["formula"]),
        weights=asked["weights"],
    )
    title = f"{answer.outcome} by the dose of {asked['dose']}"
    if asked["chart"] is not None:
        chart = interval_curve(
            answer.tables["curve"],
            "dose",
            title=title,
            claim=answer.claim.value,
            subtitle="Difference from the lowest dose, with its 95 % interval",
        )
        write_chart(asked["chart"], chart)
    show_answer(answer, options, title=title)
