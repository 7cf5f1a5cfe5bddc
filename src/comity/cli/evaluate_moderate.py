"""Estimate how the association of a treatment changes over a moderator."""

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
from comity.evaluate.model_moderate import estimate_moderation
from comity.evaluate.panel_run import FAMILIES
from comity.reports.interval_curve import interval_curve


@click.command()
@model_options(
    FORMULA,
    click.option("--treatment", required=True, metavar="COLUMN", help="The treatment."),
    click.option("--moderator", required=True, metavar="COLUMN", help="What it may depend on."),
    click.option(
        "--at", metavar="V,V,...", default="", help="Values of the moderator [default: its range]."
    ),
    click.option("--family", type=click.Choice(FAMILIES), default="gaussian", show_default=True),
    click.option("--weights", metavar="COLUMN", default="", help="Column of weights."),
    CLUSTER,
    VCOV,
    CHART,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate how the association of a treatment changes over a moderator.

    The formula leaves both out; they and their product are added.

    \b
    comity evaluate moderate --data panel.csv --formula "y ~ x1 | unit + year" \\
        --treatment aid --moderator democracy --chart curve.html
    """  # noqa: D301 (click reads \b as "keep these lines")
    check_chart(asked["chart"])
    answer = estimate_moderation(
        read_model_table(asked),
        asked["formula"],
        asked["treatment"],
        asked["moderator"],
        values=numbers(asked["at"], "--at"),
        errors=chosen_errors(asked["vcov"], asked["cluster"], asked["formula"]),
        weights=asked["weights"],
        family=asked["family"],
    )
    title = f"{asked['treatment']} with {answer.outcome}, by {asked['moderator']}"
    if asked["chart"] is not None:
        chart = interval_curve(
            answer.rows(),
            asked["moderator"],
            title=title,
            claim=answer.claim.value,
            subtitle="95 % interval of each value by itself",
        )
        write_chart(asked["chart"], chart)
    show_answer(answer, options, title=title)
