"""Estimate what goes with an event, or with its coming back (logit and hazard)."""

from typing import Any

import click

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
from comity.evaluate.model_binary import DURATIONS, MODELS, estimate_binary


@click.command()
@model_options(
    FORMULA,
    click.option(
        "--model",
        type=click.Choice(MODELS),
        default="logit",
        show_default=True,
        help="cloglog is a discrete-time hazard; conditional compares within units.",
    ),
    click.option(
        "--recurrence",
        is_flag=True,
        help="Only rows at risk of the event's coming back, with the time since the last one.",
    ),
    click.option(
        "--duration",
        type=click.Choice(DURATIONS),
        default="cubic",
        show_default=True,
        help="With --recurrence: how the hazard changes with that time.",
    ),
    CLUSTER,
    VCOV,
)
def command(options: OutputOptions, **asked: Any) -> None:
    """Estimate what goes with an event, or with its coming back (logit and hazard).

    \b
    comity evaluate binary --data panel.csv --formula "war ~ aid" --model cloglog --recurrence
    comity evaluate binary --data panel.csv --formula "war ~ aid | unit" --model conditional
    """  # noqa: D301 (click reads \b as "keep these lines")
    plain = asked["vcov"] is None and asked["cluster"] is None
    errors = None if plain else chosen_errors(asked["vcov"], asked["cluster"], asked["formula"])
    answer = estimate_binary(
        read_model_table(asked),
        asked["formula"],
        model=asked["model"],
        errors=errors,
        recurrence=asked["recurrence"],
        duration=asked["duration"],
    )
    show_answer(answer, options, title=f"{answer.outcome}, {asked['model']}")
