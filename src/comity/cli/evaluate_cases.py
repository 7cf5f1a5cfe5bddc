"""Compare cases: which combinations of conditions go with the outcome (QCA)."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_cases import case_options, cases_and_cuts, named, numbers, tell
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.methods.qca_fit import Sufficiency
from comity.methods.qca_solution import Kind, Solution
from comity.methods.qca_solve import solve
from comity.methods.qca_truth_table import truth_table

_MOST_ROWS = 12


@click.command()
@case_options
@click.option(
    "--solution",
    "kind",
    type=click.Choice([kind.value for kind in Kind]),
    default=Kind.CONSERVATIVE.value,
    show_default=True,
    help="How far combinations without cases may be used.",
)
@click.option(
    "--expect",
    metavar="A,~B,...",
    default="",
    help="For the intermediate solution: states expected to go with the outcome.",
)
@click.option(
    "--exclude", metavar="ROW,...", default="", help="Remainder rows that may not be used."
)
@click.option(
    "--truth-table", "show_table", is_flag=True, help="Show the truth table, not the solution."
)
@click.option("--complete", is_flag=True, help="With --truth-table: rows without cases too.")
@output_options
def command(
    *,
    data: Path,
    outcome: str,
    conditions: str,
    incl_cut: float,
    n_cut: int,
    pri_cut: float,
    kind: str,
    expect: str,
    exclude: str,
    show_table: bool,
    complete: bool,
    options: OutputOptions,
) -> None:
    """Compare cases: which combinations of conditions go with the outcome (QCA).

    ~ is absence, * is and, + is or. What is shown is association.

    \b
    comity evaluate cases --data cases.csv --outcome success --solution parsimonious
    """  # noqa: D301 (click reads \b as "keep these lines")
    cases, cuts = cases_and_cuts(data, outcome, conditions, (incl_cut, n_cut, pri_cut))
    table = truth_table(cases, cuts)
    if show_table:
        whole = complete and len(cases.conditions) <= _MOST_ROWS
        rows = table.to_dicts(complete=whole)
        emit(rows, title=f"Truth table for {cases.outcome}", options=options)
        return
    rows_out = tuple(int(row) for row in numbers(exclude, "--exclude"))
    found = solve(table, Kind(kind), expectations=named(expect), exclude=rows_out)
    emit(_rows(found), title=_title(found), options=options, payload=found.to_dict())
    tell(*found.notes)


def _title(found: Solution) -> str:
    return f"{found.kind.value.capitalize()} solution for {found.outcome}"


def _rows(found: Solution) -> list[dict[str, Any]]:
    """One row for each term and one for the whole of each model."""
    rows: list[dict[str, Any]] = []
    for i, model in enumerate(found.models, 1):
        parts = [
            {
                "term": term.text,
                **_fit(term.fit),
                "unique": round(term.unique, 6),
                "cases": list(term.cases),
            }
            for term in model.terms
        ]
        whole = {"term": "(whole model)", **_fit(model.fit)}
        rows += [{"model": f"M{i}", **row} for row in (*parts, whole)]
    return rows


def _fit(fit: Sufficiency) -> dict[str, float]:
    return {
        "inclusion": round(fit.inclusion, 6),
        "PRI": round(fit.pri, 6),
        "coverage": round(fit.coverage, 6),
    }
