"""Set funding against priority and propensity: where do money and prospects disagree."""

from pathlib import Path
from typing import Any

import click

from comity.cli.shared_assess import Question, question_options, remarks, say
from comity.cli.shared_draws import DrawOptions, draw_options
from comity.cli.shared_matching import MatchOptions
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_rank_answer import write_brief
from comity.cli.shared_writing import check_destination

_COLUMNS = (
    "partner",
    "name",
    "label",
    "certainty",
    "gap",
    "flagged",
    "priority_rank",
    "propensity_rank",
    "funding_rank",
    "funding",
    "expected_funding",
)


@click.command()
@question_options
@draw_options(default=2000)
@click.option(
    "--priority",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Your priorities: CSV with partner,priority or TOML with [priority].",
)
@click.option(
    "--funding",
    metavar="FILE|ID,...",
    help="Your funding (CSV or TOML), or series of the panel to add up.",
)
@click.option("--funding-years", metavar="2018-2020", help="Fiscal years to average.")
@click.option(
    "--balance",
    type=float,
    default=0.5,
    show_default=True,
    help="Weight of priority in what is expected (Comity default).",
)
@click.option(
    "--threshold",
    type=float,
    default=0.25,
    show_default=True,
    help="Gap in percentile ranks that is flagged (Comity default).",
)
@click.option(
    "--self-paying",
    is_flag=True,
    help="Compare partners of high income that are hardly funded as well.",
)
@click.option("--all", "show_all", is_flag=True, help="Show consistent partners as well.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the self-contained brief with these priorities and this funding.",
)
@output_options
def command(
    question: Question,
    drawing: DrawOptions,
    options: OutputOptions,
    *,
    show_all: bool,
    html: Path | None,
    **matching: Any,
) -> None:
    """Compare each partner's funding with what its priority and propensity lead one to expect.

    Labels: review, needs workarounds, possible under-investment, consistent; each with the share
    of draws that give the same label.
    """
    if html is not None:
        check_destination(html, suffix=".html")
    scores, panel = question.score()
    intervals = drawing.intervals(scores, keep=True) if drawing.draws else None
    matched = MatchOptions(**matching).match(scores, panel, intervals)
    matches = matched.matches
    rows = matches.rows()
    shown = [r for r in rows if show_all or r["flagged"] or r["label"] != "consistent"]
    emit(
        rows if options.csv or options.xlsx else shown,
        title=f"Funding against priority and propensity, {scores.year}",
        options=options,
        payload={**matches.to_dict(), "about": list(matched.about)},
        columns=_COLUMNS,
    )
    if len(shown) < len(rows) and not (options.json or options.csv or options.xlsx):
        say(f"{len(rows) - len(shown)} consistent partners are not shown; --all shows them.")
    say(*matched.about, *matches.left_out[:5])
    if len(matches.left_out) > 5:
        say(f"... and {len(matches.left_out) - 5} more could not be compared.")
    if html is not None:
        write_brief(html, scores, intervals, matched)
    remarks(scores)
