"""Find conditions that are there whenever the outcome is."""

from pathlib import Path

import click

from comity.cli.shared_cases import CONDITIONS, DATA, OUTCOME, named
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.evaluate.case_table import read_cases
from comity.methods.qca_necessity import necessary


@click.command()
@DATA
@OUTCOME
@CONDITIONS
@click.option("--incl-cut", default=0.9, show_default=True, help="Least inclusion.")
@click.option("--ron-cut", default=0.5, show_default=True, help="Least relevance (RoN).")
@click.option(
    "--alternatives", default=1, show_default=True, help="Conditions that an A+B may join."
)
@output_options
def command(
    *,
    data: Path,
    outcome: str,
    conditions: str,
    incl_cut: float,
    ron_cut: float,
    alternatives: int,
    options: OutputOptions,
) -> None:
    """Find conditions that are there whenever the outcome is.

    \b
    comity evaluate necessity --data cases.csv --outcome success --alternatives 2
    """  # noqa: D301 (click reads \b as "keep these lines")
    cases = read_cases(data, outcome, named(conditions))
    found = necessary(cases, inclusion=incl_cut, ron=ron_cut, alternatives=alternatives)
    single = {row["expression"] for row in found.to_dicts(singles=True)}
    joined = [row for row in found.to_dicts() if row["expression"] not in single]
    emit(
        [*found.to_dicts(singles=True), *joined],
        title=f"Necessity for {cases.outcome}",
        options=options,
        payload=found.to_dict(),
    )
