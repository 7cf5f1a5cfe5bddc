"""Take one partner's score apart: every indicator, its value, its age and what it adds."""

from pathlib import Path

import click

from comity.assess.explanation import line_row
from comity.cli.shared_assess import Question, question_options, remarks, say
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.construct_bars import construct_bars
from comity.reports.contribution_bars import contribution_bars
from comity.reports.figure_page import figure_page

_COLUMNS = ("construct", "title", "value", "unit", "observed", "scaled", "weight", "contribution")


@click.command()
@click.argument("partner")
@question_options
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write one self-contained page: charts, every indicator, what was missing.",
)
@output_options
def command(partner: str, question: Question, options: OutputOptions, *, html: Path | None) -> None:
    """Explain the score of PARTNER, given by code or name.

    The baseline is a partner with the median value on everything; baseline and contributions add
    up to the score.
    """
    if html is not None:
        check_destination(html, suffix=".html")
    scores, _ = question.score()
    explanation = scores.explain(partner)
    rows = [line_row(line) for line in explanation.lines]
    title = (
        f"{explanation.name} {explanation.year}: score {explanation.score:.2f}, rank "
        f"{explanation.rank} of {len(scores.order)}; baseline {explanation.baseline:.2f} "
        "plus contributions"
    )
    emit(
        rows,
        title=title,
        options=options,
        payload=explanation.to_dict(),
        columns=None if options.csv or options.xlsx else _COLUMNS,
    )
    for construct in sorted(explanation.constructs, key=lambda c: explanation.constructs[c]):
        say(f"{construct}: {explanation.constructs[construct]:+.2f}")
    say(*explanation.missing)
    if html is not None:
        titles = {c.id: c.label for c in scores.model.constructs}
        figures = [
            construct_bars(scores, explanation.partner),
            contribution_bars(explanation, titles=titles),
        ]
        page = figure_page(
            title,
            figures=figures,
            rows=[{name: row[name] for name in (*_COLUMNS, "source")} for row in rows],
            caption="Every indicator",
            lead=["A screening aid, not a forecast.", *explanation.missing],
            provenance=scores.provenance,
        )
        say(f"Wrote {write_file(html, page.encode('utf-8'))}")
    remarks(scores)
