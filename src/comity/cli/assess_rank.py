"""Rank partners by propensity, with rank intervals; or rank any table of your own."""

from pathlib import Path
from typing import Any

import click

from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.cli.shared_assess import Question, question_options, remarks, say, split_list
from comity.cli.shared_draws import DrawOptions, draw_options
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_own_table import rank_own_table
from comity.cli.shared_rank_answer import RankFiles, rank_payload, rank_rows, rank_title
from comity.terms.errors import InputError

_COLUMNS = ("rank", "partner", "name", "score", "rank_q05", "rank_q95", "top10", "coverage")


@click.command()
@question_options
@draw_options(default=2000)
@click.option("--top", type=click.IntRange(min=1), help="Show only the first so many.")
@click.option("--years", metavar="2010-2022", help="A series of yearly scores in one table.")
@click.option(
    "--outranks", metavar="A,B", multiple=True, help="Probability that A outranks B; repeatable."
)
@click.option(
    "--save-draws",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Save the score and rank of every partner in every draw as Parquet.",
)
@click.option("--replay", type=int, metavar="N", help="Print draw N as a model in TOML.")
@click.option(
    "--html",
    "html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a self-contained brief: map, matching, ranks, a page for each partner.",
)
@click.option(
    "--data", type=click.Path(path_type=Path), help="Rank this CSV of units by indicators instead."
)
@click.option(
    "--structure",
    type=click.Path(path_type=Path),
    help="With --data: CSV with iCode, Parent, Level, Direction, Weight.",
)
@click.option("--normalise", default="minmax", show_default=True, help="With --data: the scaling.")
@click.option(
    "--aggregate", default="amean", show_default=True, help="With --data: amean, gmean, hmean, min."
)
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    question: Question,
    drawing: DrawOptions,
    options: OutputOptions,
    *,
    data: Path | None,
    structure: Path | None,
    normalise: str,
    aggregate: str,
    years: str | None,
    **extra: Any,
) -> None:
    r"""Rank partners by propensity for one year, with the interval that each rank lies in.

    With --data and --structure it ranks any table of units by indicators in COINr's convention;
    rank statistics are then added when --draws is given.

    \b
    comity assess rank --group AFRICOM --top 10
    comity assess rank --year 2019 --html brief.html --xlsx scores.xlsx
    comity assess rank --data indicators.csv --structure structure.csv --json
    """
    if data is not None or structure is not None:
        if data is None or structure is None:
            raise InputError("--data and --structure go together.")
        _refuse(ctx, _ONLY_PANEL, "--data")
        drawn = ctx.get_parameter_source("draws") is not click.core.ParameterSource.DEFAULT
        rank_own_table(
            data, structure, normalise, split_list(aggregate), drawing if drawn else None, options
        )
        return
    if years is not None:
        _refuse(ctx, _ONE_YEAR, "--years")
        _series(question, years, options)
        return
    _rank(question, drawing, options, **extra)


_ONLY_PANEL = (
    *(
        "model",
        "year",
        "group",
        "groups",
        "partners",
        "excluded",
        "without",
        "drop_missing",
        "panel_file",
        "years",
    ),
    *("outranks", "save_draws", "replay", "html", "top", "weights_only", "scalings", "means"),
)


_ONE_YEAR = (
    *("year", "top", "outranks", "save_draws", "replay", "html", "draws", "seed"),
    *("weight_noise", "dirichlet", "simplex", "weights_only", "scalings", "means"),
)


def _refuse(ctx: click.Context, names: tuple[str, ...], other: str) -> None:
    """Options that mean nothing beside another are refused, not passed over."""
    for name in names:
        if ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT:
            shown = {"panel_file": "panel", "excluded": "except"}.get(name, name.replace("_", "-"))
            raise InputError(f"--{shown} does not go with {other}.")


def _rank(
    question: Question,
    drawing: DrawOptions,
    options: OutputOptions,
    *,
    top: int | None,
    outranks: tuple[str, ...],
    save_draws: Path | None,
    replay: int | None,
    html: Path | None,
) -> None:
    files = RankFiles(html=html, xlsx=options.xlsx, draws=save_draws)
    pairs = tuple(_pair(text) for text in outranks)
    if not drawing.draws and (pairs or save_draws or replay is not None):
        raise InputError("--outranks, --save-draws and --replay need --draws above zero.")
    scores, panel = question.score()
    intervals = None
    if drawing.draws:
        intervals = drawing.intervals(scores, keep=files.need_draws, pairs=_ids(scores, pairs))
    if replay is not None and intervals is not None:
        click.echo(intervals.replay(replay).model.to_toml())
        return
    _answer(scores, intervals, options, top)
    files.write(scores, intervals, panel)
    for (a, b), p in (intervals.pairs if intervals else {}).items():
        say(f"{a} outranks {b} in {p:.1%} of draws.")
    remarks(scores)


def _answer(
    scores: Scores, intervals: RankIntervals | None, options: OutputOptions, top: int | None
) -> None:
    """Print the table or JSON, or write CSV; the workbook is a live one and written elsewhere."""
    if options.xlsx is not None and not (options.json or options.csv):
        return
    rows = rank_rows(scores, intervals)[:top]
    emit(
        rows,
        title=rank_title(scores, intervals),
        options=OutputOptions(json=options.json, csv=options.csv),
        payload=rank_payload(scores, intervals, rows),
        columns=None if options.csv else [c for c in _COLUMNS if any(c in row for row in rows)],
    )


def _series(question: Question, text: str, options: OutputOptions) -> None:
    """Yearly scores of the same partners on one frozen reference sample."""
    first, _, last = text.partition("-")
    try:
        years = range(int(first), int(last or first) + 1)
    except ValueError:
        raise InputError(f"Years are written 2010-2022, not {text!r}.") from None
    if not years:
        raise InputError(f"--years {text}: the first year comes after the last; swap them.")
    by_year = question.score_years(years)
    latest = by_year[max(by_year)]
    rows = []
    for row in latest.rows():
        scored = {"partner": row["partner"], "name": row["name"]}
        for year, scores in by_year.items():
            if row["partner"] in scores.partners:
                scored[str(year)] = float(scores.overall[scores.partners.index(row["partner"])])
        rows.append(scored)
    model = latest.model
    emit(rows, title=f"Propensity {text}, {model.title or model.name}", options=options)
    remarks(latest)


def _pair(text: str) -> tuple[str, str]:
    parts = split_list(text)
    if len(parts) != 2:
        raise InputError(f"--outranks takes two partners such as KEN,UGA; {text!r} is not that.")
    return parts[0], parts[1]


def _ids(scores: Scores, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((scores.partners[scores.row(a)], scores.partners[scores.row(b)]) for a, b in pairs)
