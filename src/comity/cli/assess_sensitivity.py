"""What moves a rank: shares of variance, one weight at a time, or the smallest swap."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from comity.assess.scores import Scores
from comity.cli.shared_assess import Question, question_options, remarks, say, split_list
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.figure import Figure
from comity.reports.figure_page import figure_page
from comity.reports.sobol_chart import sobol_chart
from comity.reports.tornado_chart import tornado_chart
from comity.terms.errors import InputError


@click.command()
@question_options
@click.option("--partner", metavar="P", help="Whose rank (variance shares and tornado).")
@click.option("--tornado", is_flag=True, help="One weight at a time.")
@click.option(
    "--change", type=float, default=0.5, show_default=True, help="Tornado: share of each weight."
)
@click.option("--swap", metavar="A,B", help="The smallest change of weights that swaps A and B.")
@click.option(
    "--samples", type=int, default=512, show_default=True, help="Base sample, a power of two."
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write one self-contained page with the chart and its table.",
)
@output_options
def command(
    question: Question,
    options: OutputOptions,
    *,
    partner: str | None,
    tornado: bool,
    change: float,
    swap: str | None,
    samples: int,
    seed: int,
    html: Path | None,
) -> None:
    r"""Find out what ranks depend on.

    \b
    comity assess sensitivity                         variance of all ranks, by source
    comity assess sensitivity --partner KEN           ... and of one partner's rank
    comity assess sensitivity --partner KEN --tornado
    comity assess sensitivity --swap KEN,UGA
    """
    if tornado and not partner:
        raise InputError("--tornado needs --partner.")
    if tornado and swap:
        raise InputError("Choose one of --tornado and --swap.")
    if html is not None:
        check_destination(html, suffix=".html")
    scores, _ = question.score()
    if swap:
        answer = _swap(scores, swap)
    elif tornado and partner:
        bars = scores.tornado(partner, change=change)
        title = f"{bars.name}, rank {bars.rank}: one weight at a time, +/- {change:.0%}"
        answer = _Answer(title, bars.rows(), bars.to_dict(), (tornado_chart(bars),))
    else:
        indices = scores.sobol((partner,) if partner else (), samples=samples, seed=seed)
        title = f"Share of the variance of ranks by source, {indices.indices.evaluations:,} runs"
        charts = tuple(sobol_chart(indices, output) for output in indices.outputs)
        answer = _Answer(title, indices.rows(), indices.to_dict(), charts)
    emit(answer.rows, title=answer.title, options=options, payload=answer.payload)
    say(*answer.said)
    if html is not None:
        page = figure_page(
            answer.title,
            figures=answer.figures,
            rows=answer.rows,
            lead=answer.said,
            provenance=scores.provenance,
        )
        say(f"Wrote {write_file(html, page.encode('utf-8'))}")
    remarks(scores)


@dataclass(frozen=True, slots=True)
class _Answer:
    title: str
    rows: list[dict[str, Any]]
    payload: dict[str, Any]
    figures: tuple[Figure, ...] = ()
    said: tuple[str, ...] = ()


def _swap(scores: Scores, text: str) -> _Answer:
    pair = split_list(text)
    if len(pair) != 2:
        raise InputError(f"--swap takes two partners such as KEN,UGA; {text!r} is not that.")
    found = scores.smallest_swap(pair[0], pair[1])
    said = (
        f"{found.moved:.1%} of the constructs' weight has to move."
        if found.possible
        else f"No weights do it: {found.higher} is ahead on every construct that counts."
    )
    title = f"Weights at which {found.lower} reaches {found.higher}"
    return _Answer(title, found.rows(), found.to_dict(), said=(said,))
