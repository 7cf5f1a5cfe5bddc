"""Search the smallest or quickest set of authorities that carries a whole package."""

import click

from comity.authorities.combine import QUICKEST, SMALLEST, combine
from comity.cli.shared_finder_text import combination_lines, show
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_question import Package, question_options


@click.command()
@question_options
@click.option("--quickest", is_flag=True, help="The shortest wait before the fewest authorities.")
@click.option("--sure-only", is_flag=True, help="Leave out authorities that must be checked.")
@click.option(
    "--most", type=click.IntRange(1, 20), default=3, show_default=True, help="Number of sets."
)
@output_options
def command(
    package: Package, options: OutputOptions, *, quickest: bool, sure_only: bool, most: int
) -> None:
    """Search sets of authorities for a package of activities and recipients.

    \b
    comity authorities combine --activity train --activity equip --activity exercise
    comity authorities combine --need train:police --need advise:ministry --partner KEN
    """  # noqa: D301 (click reads \b as "keep these lines")
    weights = QUICKEST if quickest else SMALLEST
    found = combine(package.needs, weights=weights, allow_checks=not sure_only, most=most)
    if not (options.json or options.csv or options.xlsx):
        click.echo(show(combination_lines(found)))
        return
    rows = [
        {
            "set": place,
            "cost": option.cost,
            **item,
            "conditions": [c["text"] for c in item["conditions"]],
        }
        for place, option in enumerate(found.options, start=1)
        for item in option.to_dict()["carries"]
    ]
    emit(rows, title="Sets of authorities", options=options, payload=found.to_dict())
