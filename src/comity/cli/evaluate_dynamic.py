"""Estimate an outcome that depends on its own past, in seven ways side by side."""

from typing import Any

import click

from comity.cli.shared_models import (
    FORMULA,
    SEED,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.model_dynamic import ESTIMATORS, compare_dynamic


@click.command()
@model_options(
    FORMULA,
    click.option(
        "--estimators",
        metavar="A,B,...",
        default=",".join(ESTIMATORS),
        help=f"Which of {', '.join(ESTIMATORS)} [default: all].",
    ),
    click.option(
        "--predetermined", metavar="A,B,...", default="", help="Terms that answer to past errors."
    ),
    click.option(
        "--endogenous", metavar="A,B,...", default="", help="Terms that answer to present errors."
    ),
    click.option(
        "--deepest",
        type=click.IntRange(min=2),
        help="Deepest lag that is an instrument [default: all].",
    ),
    click.option(
        "--collapse/--no-collapse",
        default=True,
        show_default=True,
        help="One instrument for each lag, or one for each lag and period.",
    ),
    click.option(
        "--steps", type=click.IntRange(1, 2), default=2, show_default=True, help="Steps of GMM."
    ),
    click.option(
        "--period-effects/--no-period-effects",
        default=True,
        show_default=True,
        help="Whether each period has an effect of its own.",
    ),
    click.option(
        "--draws",
        type=click.IntRange(min=19),
        default=199,
        show_default=True,
        help="Resamples for the errors of the corrected within estimator.",
    ),
    SEED,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate an outcome that depends on its own past, in seven ways side by side.

    The formula has no bars: 'y ~ l(y, 1) + x'. Unit effects are always taken out, except by
    pooled, which is there to be compared with.

    \b
    comity evaluate dynamic --data panel.csv --formula "y ~ l(y, 1) + aid" --endogenous aid
    """  # noqa: D301 (click reads \b as "keep these lines")
    table = read_model_table(asked, needs_panel=True)
    answer = compare_dynamic(
        table,
        asked["formula"],
        estimators=column_list(asked["estimators"]),
        predetermined=column_list(asked["predetermined"]),
        endogenous=column_list(asked["endogenous"]),
        **{
            name: asked[name]
            for name in ("deepest", "collapse", "steps", "period_effects", "draws", "seed")
        },
    )
    show_answer(answer, options, title=f"{answer.outcome} on its own past")
