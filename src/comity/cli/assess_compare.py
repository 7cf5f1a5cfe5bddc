"""Compare two models, two years, or a model with and without some indicators: who moved, and why."""

import click

from comity.assess.comparison import compare
from comity.assess.model import PropensityModel
from comity.cli.shared_assess import (
    Question,
    expand_sources,
    question_options,
    remarks,
    say,
    split_list,
)
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError


@click.command()
@question_options
@click.option("--with-model", metavar="NAME|FILE", help="The second model.")
@click.option("--with-year", type=int, metavar="YEAR", help="The second year.")
@click.option(
    "--dropping",
    metavar="ID,...",
    help="The second is the first without these indicators or sources.",
)
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True)
@output_options
def command(
    question: Question,
    options: OutputOptions,
    *,
    with_model: str | None,
    with_year: int | None,
    dropping: str | None,
    top: int,
) -> None:
    r"""Compare two sets of scores.

    \b
    comity assess compare --with-year 2012
    comity assess compare --dropping wgi.rule_of_law,gapminder.hdi
    comity assess compare --model mine.toml --with-model comity-default
    """
    if with_model is None and with_year is None and dropping is None:
        raise InputError("Compare with what? Give --with-model, --with-year or --dropping.")
    model, panel, year = question.load()
    before = question.score_with(model, panel, year)
    second = PropensityModel.load(with_model) if with_model else model
    gone = expand_sources(second, split_list(dropping))
    then = year if with_year is None else with_year
    after = question.score_with(second.without(gone), panel, then, source=with_model)
    found = compare(before, after)
    rows = found.rows()
    emit(
        rows if options.csv or options.xlsx else rows[:top],
        title=f"{found.before} against {found.after}",
        options=options,
        payload=found.to_dict(),
    )
    moved = sum(1 for m in found.moves if m.moved)
    say(
        f"{moved} of {len(found.moves)} partners change rank; rank correlation "
        f"{found.correlation:.3f}."
    )
    if found.dropped:
        say(f"Not used by the second: {', '.join(found.dropped)}.")
    if found.left_out:
        say(f"Scored in only one of the two: {', '.join(found.left_out[:8])}.")
    remarks(after)
