"""Ask whether a comparison of cases survives without a case, with other cut-offs or other draws."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from comity.cli.shared_cases import case_options, cases_and_cuts, named, numbers, tell
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.methods.qca_robustness import (
    Question,
    Robustness,
    bootstrap_by_case,
    leave_one_case_out,
    move_cuts,
)
from comity.methods.qca_solution import Kind


@click.command()
@case_options
@click.option(
    "--solution",
    "kind",
    type=click.Choice([kind.value for kind in Kind]),
    default=Kind.CONSERVATIVE.value,
    show_default=True,
    help="Kind of solution.",
)
@click.option("--expect", metavar="A,~B,...", default="", help="Expectations (intermediate).")
@click.option(
    "--incl-cuts",
    default="0.75,0.8,0.85,0.9",
    show_default=True,
    help="Inclusion cut-offs to try.",
)
@click.option("--n-cuts", default="1,2", show_default=True, help="Frequency cut-offs to try.")
@click.option(
    "--bootstrap",
    default=200,
    show_default=True,
    type=click.IntRange(0, 10_000),
    help="Draws of cases; 0 leaves them out.",
)
@click.option("--seed", default=1, show_default=True, help="Seed of the draws.")
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
    incl_cuts: str,
    n_cuts: str,
    bootstrap: int,
    seed: int,
    options: OutputOptions,
) -> None:
    """Ask whether a comparison survives without a case, with other cut-offs or other draws.

    A case is left out or drawn with all its phases.

    \b
    comity evaluate cases-robustness --data cases.csv --outcome success --bootstrap 500
    """  # noqa: D301 (click reads \b as "keep these lines")
    cases, cuts = cases_and_cuts(data, outcome, conditions, (incl_cut, n_cut, pri_cut))
    question = Question(cuts, Kind(kind), named(expect))
    others = [
        replace(cuts, inclusion=inclusion, n=int(n))
        for inclusion in numbers(incl_cuts, "--incl-cuts")
        for n in numbers(n_cuts, "--n-cuts")
    ]
    answers = {
        "without one case": leave_one_case_out(cases, question),
        "other cut-offs": move_cuts(cases, question, others),
    }
    if bootstrap:
        answers["drawn by case"] = bootstrap_by_case(
            cases, question, replications=bootstrap, seed=seed
        )
    payload = {name.replace(" ", "_"): answer.to_dict() for name, answer in answers.items()}
    emit(
        _rows(answers),
        title=f"How often each term came back for {cases.outcome}",
        options=options,
        payload=payload,
    )
    tell(
        *(
            f"{answer.unsolved:.0%} of the trials {name} had no solution."
            for name, answer in answers.items()
            if answer.unsolved
        )
    )


def _rows(answers: dict[str, Robustness]) -> list[dict[str, Any]]:
    baseline = next(iter(answers.values())).term_shares
    return [
        {"term": term, **{name: round(a.term_shares[term], 3) for name, a in answers.items()}}
        for term in baseline
    ]
