"""Take one partner's score apart: every indicator, its value, its age and what it adds."""

import click

from comity.assess.explanation import line_row
from comity.cli.shared_assess import Question, question_options, remarks, say
from comity.cli.shared_output import OutputOptions, emit, output_options

_COLUMNS = ("construct", "title", "value", "unit", "observed", "scaled", "weight", "contribution")


@click.command()
@click.argument("partner")
@question_options
@output_options
def command(partner: str, question: Question, options: OutputOptions) -> None:
    """Explain the score of PARTNER, given by code or name.

    The baseline is a partner with the median value on everything; baseline and contributions add
    up to the score.
    """
    scores, _ = question.score()
    explanation = scores.explain(partner)
    rows = [line_row(line) for line in explanation.lines]
    emit(
        rows,
        title=(
            f"{explanation.name} {explanation.year}: score {explanation.score:.2f}, rank "
            f"{explanation.rank} of {len(scores.order)}; baseline {explanation.baseline:.2f} "
            "plus contributions"
        ),
        options=options,
        payload=explanation.to_dict(),
        columns=None if options.csv or options.xlsx else _COLUMNS,
    )
    for construct in sorted(explanation.constructs, key=lambda c: explanation.constructs[c]):
        say(f"{construct}: {explanation.constructs[construct]:+.2f}")
    say(*explanation.missing)
    remarks(scores)
