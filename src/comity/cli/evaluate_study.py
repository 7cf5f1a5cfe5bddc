"""Run a ready study and say, claim by claim, how the data stand to the literature."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_progress import progress_bar
from comity.cli.shared_writing import check_destination, write_file
from comity.evaluate.ready_recipe import read_ready
from comity.evaluate.ready_result import Finding, ReadyResult
from comity.evaluate.ready_studies import MOST, PERMUTATIONS, run_ready_study
from comity.reports.ready_study_page import ready_study_page
from comity.terms.errors import FileError, InputError

_CURVES = (".parquet", ".csv")
_FEWEST = 20


@click.command()
@click.argument("name")
@click.option("--variant", default="", help="A variant; the first whose data are here if left out.")
@click.option("--html", type=click.Path(path_type=Path), help="Write the page to this file.")
@click.option(
    "--curve",
    type=click.Path(path_type=Path),
    help="Write every specification with its settings: .parquet or .csv.",
)
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Keep finished work here and go on from it."
)
@click.option("--permutations", type=click.IntRange(min=0), default=PERMUTATIONS, show_default=True,
              help="Permutations of the treatment for each claim; 0 leaves the test out.")  # fmt: skip
@click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True,
              help="Specifications that the permutations use at most.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True)
@output_options
def command(options: OutputOptions, **asked: Any) -> None:
    """Run the ready study NAME (or a TOML file of your own in the same form).

    comity evaluate studies lists them. The answer says for each claim: agree, disagree or cannot
    say, and why. Estimates are associations.
    """
    _check(asked)
    name = asked["name"]
    study = read_ready(Path(name)) if name.endswith(".toml") else name
    with progress_bar("Running") as advance:
        result = run_ready_study(
            study,
            variant=asked["variant"],
            seed=asked["seed"],
            folder=asked["folder"],
            permutations=asked["permutations"],
            most=asked["most"],
            threads=asked["threads"],
            progress=lambda at: advance(at.done, at.total, at.doing),
        )
    _write(result, asked)
    rows = [_row(one) for one in result.findings]
    if not options.json:
        click.echo(f"{result.title}. Measured: {result.measured}.", err=True)
    emit(rows, title=result.question, options=options, payload=result.to_dict(curve=False))


def _check(asked: dict[str, Any]) -> None:
    if 0 < asked["permutations"] < _FEWEST:
        raise InputError(
            f"--permutations {asked['permutations']} could never give p < 0.05; take {_FEWEST} or"
            " more, or 0 to leave the test out."
        )
    if asked["html"] is not None:
        check_destination(asked["html"], suffix=".html")
    curve = asked["curve"]
    if curve is not None:
        if curve.suffix.lower() not in _CURVES:
            raise FileError(curve, "the name must end in .parquet or .csv.", mend="Rename it.")
        check_destination(curve)


def _write(result: ReadyResult, asked: dict[str, Any]) -> None:
    if asked["html"] is not None:
        write_file(asked["html"], ready_study_page(result).encode())
        click.echo(f"Wrote {asked['html']}", err=True)
    curve = asked["curve"]
    if curve is None:
        return
    frame = result.to_frame()
    parquet = curve.suffix.lower() == ".parquet"
    content = frame.to_parquet(index=False) if parquet else frame.to_csv(index=False).encode()
    write_file(curve, content)
    click.echo(f"Wrote {curve}", err=True)


def _row(one: Finding) -> dict[str, Any]:
    head, curve = one.headline, one.curve
    return {
        "finding": one.id,
        "claim": one.claim.claim if one.claim else "",
        "expected": one.expect,
        "verdict": one.verdict.value,
        "estimate": head.estimate if head else None,
        "low": head.low if head else None,
        "high": head.high if head else None,
        "smallest found": one.detectable if head else None,
        "negative": curve.negative if curve else None,
        "positive": curve.positive if curve else None,
        "significant": curve.significant if curve else None,
        "p, whole curve": one.null[1].p_value if one.null else None,
        "why": one.why,
    }
