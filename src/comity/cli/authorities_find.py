"""Find the authorities that allow what you want to do, and the ones that nearly do."""

from pathlib import Path

import click

from comity.authorities.combine import QUICKEST, SMALLEST, Combinations, combine
from comity.authorities.finder import FinderAnswer, find
from comity.cli.shared_finder_text import answer_lines, combination_lines, show
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_question import Package, in_a_sentence, question_options
from comity.cli.shared_writing import check_destination, write_file
from comity.reports.authorities_finder_page import finder_page

_COLUMNS = (
    "id", "citation", "name", "verdict", "leaning", "role", "certainty", "reasons", "conditions",
    "wait_days", "approvers", "account", "last_checked",
)  # fmt: skip


def _writable(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Refuse a bad destination before anything is asked."""
    if path is not None:
        check_destination(path, suffix=".html")
    return path


@click.command()
@question_options
@click.option(
    "--detail",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    help="Authorities shown with all steps.",
)
@click.option("--all", "everything", is_flag=True, help="List every record with its reason.")
@click.option("--combine", "combined", is_flag=True, help="Search sets of authorities as well.")
@click.option("--quickest", is_flag=True, help="Sets: the shortest wait before the fewest.")
@click.option(
    "--html",
    metavar="FILE",
    type=click.Path(path_type=Path),
    callback=_writable,
    help="Write the whole answer as one page that works offline.",
)
@output_options
def command(
    package: Package,
    options: OutputOptions,
    *,
    detail: int,
    everything: bool,
    combined: bool,
    quickest: bool,
    html: Path | None,
) -> None:
    """Find the authorities for an activity, with money, cap, concurrence, clock and paperwork.

    Repeat --activity or --recipient for a package; when no single authority carries all of it, the
    smallest set that does is searched.

    \b
    comity authorities find --activity train --purpose counterterrorism --partner KEN
    comity authorities find --activity train --amount 5000000 --on 2027-03-01 --json
    comity authorities find --activity train --activity equip --recipient police --partner Kenya
    comity authorities find --activity train --partner KEN --html answer.html
    """  # noqa: D301 (click reads \b as "keep these lines")
    several = len(package.needs) > 1 or combined
    found = combine(package.needs, weights=QUICKEST if quickest else SMALLEST) if several else None
    answers = found.answers if found is not None else (find(package.first),)
    if html is not None:
        questions = [in_a_sentence(answer.query) for answer in answers]
        write_file(html, finder_page(answers, questions, found).encode("utf-8"))
        click.echo(f"Wrote {html}", err=True)
    if options.json or options.csv or options.xlsx:
        payload = answers[0].to_dict() if found is None else {
            "answers": [answer.to_dict() for answer in answers],
            "combinations": found.to_dict(),
        }  # fmt: skip
        rows = [row for answer in answers for row in _rows(answer)]
        emit(rows, title="Authorities", options=options, payload=payload, columns=_columns(rows))
    elif html is None:
        _tell(answers, found, detail=detail, everything=everything)


def _tell(
    answers: tuple[FinderAnswer, ...],
    found: Combinations | None,
    *,
    detail: int,
    everything: bool,
) -> None:
    for answer in answers:
        click.echo(show(answer_lines(answer, detail=detail, everything=everything)))
        click.echo()
    if found is not None:
        click.echo(show(combination_lines(found)))


def _columns(rows: list[dict[str, object]]) -> tuple[str, ...]:
    return ("question", *_COLUMNS) if rows and "question" in rows[0] else _COLUMNS


def _rows(answer: FinderAnswer) -> list[dict[str, object]]:
    question = in_a_sentence(answer.query)
    return [
        {
            "question": question,
            **judgement.to_dict(),
            "conditions": [c.text for c in judgement.conditions],
        }
        for judgement in answer.judgements
    ]
