"""Estimate what followed a treatment that starts at different times, in four ways side by side."""

from typing import Any

import click

from comity.cli.shared_chart import CHART, check_chart, write_chart
from comity.cli.shared_models import (
    SEED,
    TESTED,
    column_list,
    model_options,
    read_model_table,
    show_answer,
)
from comity.cli.shared_output import OutputOptions
from comity.evaluate.event_estimates import EventQuestion
from comity.evaluate.model_events import ESTIMATORS, compare_events
from comity.evaluate.treatment_start import treatment_starts
from comity.methods.group_time import BASES, CONTROLS
from comity.reports.event_paths import event_paths


@click.command()
@model_options(
    click.option("--outcome", required=True, metavar="COLUMN", help="The outcome."),
    click.option(
        "--first",
        metavar="COLUMN",
        default="",
        help="First treated period of the unit; empty or 0 for never.",
    ),
    click.option(
        "--treatment", metavar="COLUMN", default="", help="Zeros and ones, in place of --first."
    ),
    click.option(
        "--estimators",
        metavar="A,B,...",
        default=",".join(ESTIMATORS),
        help=f"Which of {', '.join(ESTIMATORS)} [default: all].",
    ),
    click.option(
        "--covariates", metavar="A,B,...", default="", help="Columns that other changes go with."
    ),
    click.option(
        "--control",
        type=click.Choice(CONTROLS),
        default="never",
        show_default=True,
        help="Whom callaway-santanna compares with: never or not yet treated units.",
    ),
    click.option(
        "--base",
        type=click.Choice(BASES[::-1]),
        default="universal",
        show_default=True,
        help="What times before the start are compared with.",
    ),
    click.option(
        "--cluster", metavar="COLUMN", default="", help="Clusters of units [default: the unit]."
    ),
    TESTED,
    CHART,
    click.option("--draws", type=click.IntRange(min=19), default=999, show_default=True),
    SEED,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate what followed a treatment that starts at different times, in four ways.

    since::-2 is two periods before the start, since::0 the first treated period.

    \b
    comity evaluate event-study --data panel.csv --outcome y --first first_treated
    """  # noqa: D301 (click reads \b as "keep these lines")
    check_chart(asked["chart"])
    table = read_model_table(asked, needs_panel=True)
    question = EventQuestion(
        table,
        asked["outcome"],
        treatment_starts(table, first=asked["first"], treatment=asked["treatment"]),
        column_list(asked["covariates"]),
        **{name: asked[name] for name in ("control", "base", "cluster", "draws", "seed")},
    )
    answer = compare_events(
        question,
        estimators=column_list(asked["estimators"]),
        assumptions_tested=asked["assumptions_tested"],
    )
    title = f"{answer.outcome} by time since the start"
    if asked["chart"] is not None:
        chart = event_paths(answer.estimates, title=title, claim=answer.claim.value)
        write_chart(asked["chart"], chart)
    show_answer(answer, options, title=title)
