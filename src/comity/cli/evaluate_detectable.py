"""Say what a design could find, before anyone looks at what it finds."""

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
from comity.evaluate.model_detectable import find_detectable
from comity.evaluate.panel_run import FAMILIES


@click.command()
@model_options(
    FORMULA,
    click.option("--terms", metavar="A,B,...", default="", help="Which terms [default: all]."),
    click.option(
        "--power",
        "powers",
        type=float,
        multiple=True,
        default=(0.8, 0.9),
        show_default=True,
        help="Chance of finding it; may be given more than once.",
    ),
    click.option(
        "--level", type=float, default=0.05, show_default=True, help="Level of the two-sided test."
    ),
    click.option("--family", type=click.Choice(FAMILIES), default="gaussian", show_default=True),
    click.option("--weights", metavar="COLUMN", default="", help="Column of weights."),
    CLUSTER,
    VCOV,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Say what a design could find, before anyone looks at what it finds.

    No estimate is shown, so that a design can be judged and registered first.

    \b
    comity evaluate detectable --data panel.csv --formula "y ~ aid | unit + year"
    """  # noqa: D301 (click reads \b as "keep these lines")
    answer = find_detectable(
        read_model_table(asked),
        asked["formula"],
        terms=column_list(asked["terms"]),
        errors=chosen_errors(asked["vcov"], asked["cluster"], asked["formula"]),
        weights=asked["weights"],
        family=asked["family"],
        powers=asked["powers"],
        level=asked["level"],
    )
    title = f"Smallest {answer.claim.value} with {answer.outcome} that can be found"
    show_answer(answer, options, title=title)
