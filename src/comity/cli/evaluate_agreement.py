"""Measure how far coders agree, in one table or in tables that they filled in apart."""

from pathlib import Path

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.evaluate.double_coding import (
    RELIABLE,
    TENTATIVE,
    agreement_in_table,
    agreement_of_tables,
)
from comity.methods.agreement import Metric, Weights


@click.command()
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--metric",
    type=click.Choice([metric.value for metric in Metric]),
    default=Metric.ORDINAL.value,
    show_default=True,
    help="How the distance of two codes is taken (alpha).",
)
@click.option(
    "--weights",
    type=click.Choice([weights.value for weights in Weights]),
    default=Weights.NONE.value,
    show_default=True,
    help="Cost of a disagreement (kappa).",
)
@output_options
def command(*, tables: tuple[Path, ...], metric: str, weights: str, options: OutputOptions) -> None:
    """Measure how far coders agree: Krippendorff's alpha, and Cohen's kappa for two.

    One table has a line for each unit and a column for each coder. Several tables are one for
    each coder, with the same conditions.

    \b
    comity evaluate agreement codes.csv --metric nominal
    comity evaluate agreement first-coder.csv second-coder.csv
    """  # noqa: D301 (click reads \b as "keep these lines")
    wanted, cost = Metric(metric), Weights(weights)
    if len(tables) == 1:
        found = agreement_in_table(tables[0], wanted, cost)
    else:
        found = agreement_of_tables(tables, wanted, cost)
    payload = {
        "metric": metric,
        "weights": weights,
        "thresholds": {"tentative": TENTATIVE, "reliable": RELIABLE},
        "conditions": [
            {
                **one.to_row(),
                "alpha": one.alpha.to_dict(),
                "kappa": one.kappa.to_dict() if one.kappa else None,
            }
            for one in found
        ],
    }
    emit(
        [one.to_row() for one in found],
        title=f"Agreement of coders ({metric} alpha)",
        options=options,
        payload=payload,
    )
