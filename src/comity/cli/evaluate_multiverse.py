"""Run every combination of a study's alternatives and say what they show together."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_chart import check_chart, write_chart
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_progress import progress_bar
from comity.cli.shared_study import LoadedStudy, load_study
from comity.evaluate.multiverse import BLOCK, results_of, run_multiverse
from comity.evaluate.multiverse_influence import UnitInfluence, unit_influence
from comity.evaluate.multiverse_null import NullTest, null_tests
from comity.evaluate.multiverse_summary import summarise
from comity.methods.panel_columns import value_label
from comity.reports.specification_curve import specification_curve


@click.command()
@click.argument("study", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Folder of the Parquet files; the study's name with .multiverse when left out.",
)
@click.option("--block", type=click.IntRange(min=1), default=BLOCK, show_default=True)
@click.option("--stop-after", type=click.IntRange(min=1), help="Stop after this many blocks.")
@click.option("--permutations", type=click.IntRange(min=0), default=0, show_default=True,
              help="Permutations of the treatment for the test of the whole curve.")  # fmt: skip
@click.option("--influence/--no-influence", help="Leave each unit out in turn.")
@click.option("--most", type=click.IntRange(min=1), default=512, show_default=True,
              help="Specifications that these two use at most.")  # fmt: skip
@click.option(
    "--curve", type=click.Path(path_type=Path), help="Specification curve: .html or .svg."
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="Dask scheduler, such as tcp://host:8786.")
@output_options
def command(options: OutputOptions, **asked: Any) -> None:
    """Run the multiverse of STUDY, a TOML file.

    Results go to --out one file at a time. A run that was stopped goes on where it was when the
    same command is given again.
    """
    check_chart(asked["curve"])
    loaded = load_study(asked["study"])
    folder = asked["out"] or asked["study"].with_suffix(".multiverse")
    with progress_bar("Estimating") as advance:
        complete = run_multiverse(
            loaded.universe,
            loaded.columns,
            folder,
            data=loaded.data,
            block=asked["block"],
            threads=asked["threads"],
            scheduler=asked["scheduler"],
            limit=asked["stop_after"],
            progress=lambda done, total: advance(done, total, "blocks"),
        )
    click.echo(f"Results are in {folder}", err=True)
    if not complete:
        click.echo("Not all blocks are done; give the same command again to go on.", err=True)
        return
    _answer(loaded, folder, options, asked)


def _answer(
    loaded: LoadedStudy, folder: Path, options: OutputOptions, asked: dict[str, Any]
) -> None:
    frame = results_of(folder, loaded.universe)
    summary = summarise(
        loaded.universe,
        frame,
        data=loaded.data,
        null=_null(loaded, asked),
        influence=_influence(loaded, asked),
    )
    if asked["curve"] is not None:
        chart = specification_curve(
            frame,
            dict(loaded.universe.labels),
            title=f"Specification curve of {loaded.study.name}",
            claim=summary.claim.value,
        )
        write_chart(asked["curve"], chart)
    payload = summary.to_dict() | {"results": str(folder)}
    emit(summary.rows(), title=f"Multiverse of {summary.study}", options=options, payload=payload)


def _null(loaded: LoadedStudy, asked: dict[str, Any]) -> tuple[NullTest, ...]:
    if not asked["permutations"]:
        return ()
    with progress_bar("Permuting") as advance:
        return null_tests(
            loaded.universe,
            loaded.columns,
            permutations=asked["permutations"],
            seed=asked["seed"],
            most=asked["most"],
            threads=asked["threads"],
            scheduler=asked["scheduler"],
            progress=lambda done, total: advance(done, total, "curves"),
        )


def _influence(loaded: LoadedStudy, asked: dict[str, Any]) -> tuple[UnitInfluence, ...]:
    if not asked["influence"]:
        return ()
    column = loaded.table.column(loaded.study.unit)
    names = [value_label(value) for value in column]
    return unit_influence(
        loaded.universe, loaded.columns, names, most=asked["most"], seed=asked["seed"]
    )
