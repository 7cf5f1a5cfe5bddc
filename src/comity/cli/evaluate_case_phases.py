"""Check a table of case-phases: number of phases, breaks with reasons, codes."""

from pathlib import Path

import click

from comity.cli.shared_cases import tell
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.evaluate.case_phase import check_case_phases, read_case_phases
from comity.terms.shortcoming import grave


@click.command()
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--outcome", required=True, metavar="COLUMN", help="Column of the outcome.")
@output_options
@click.pass_context
def command(ctx: click.Context, *, table: Path, outcome: str, options: OutputOptions) -> None:
    """Check a table of case-phases; the exit code is 1 where something must be mended.

    \b
    comity evaluate case-phases phases.csv --outcome built
    """  # noqa: D301 (click reads \b as "keep these lines")
    phases = read_case_phases(table, outcome)
    found = check_case_phases(phases)
    count = len({phase.case for phase in phases})
    payload = {
        "cases": count,
        "phases": len(phases),
        "shortcomings": [one.to_dict() for one in found],
        "complete": not grave(found),
    }
    emit(
        [one.to_dict() for one in found],
        title=f"{count} cases, {len(phases)} phases: {len(found)} shortcomings",
        options=options,
        payload=payload,
        columns=["code", "where", "message", "must"],
    )
    tell("Phases of one case are not independent; draw and leave out whole cases.")
    if grave(found):
        ctx.exit(1)
