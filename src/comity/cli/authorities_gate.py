"""Ask a gate: Leahy, the section 333 notice, AM&E, construction, child soldiers, coup, caps, EDA."""

from pathlib import Path

import click

from comity.authorities.gates.facts import build_facts, example, parse_pairs, read_facts
from comity.authorities.gates.registry import GATES, Gate, gate
from comity.authorities.gates.result import GateResult
from comity.cli.shared_day import day_or_today
from comity.cli.shared_finder_text import text_lines
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.terms.errors import InputError


@click.command()
@click.argument("name", required=False)
@click.option(
    "--facts",
    "facts_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML with the facts; what is left out is not known.",
)
@click.option("--fact", "pairs", multiple=True, metavar="NAME=VALUE", help="One fact; repeatable.")
@click.option("--on", "on", metavar="DAY", help="The day; today when left out.")
@click.option("--example", "wanted_example", is_flag=True, help="Print the facts a gate asks for.")
@output_options
def command(
    options: OutputOptions,
    *,
    name: str | None,
    facts_file: Path | None,
    pairs: tuple[str, ...],
    on: str | None,
    wanted_example: bool,
) -> None:
    """Ask a gate; it passes, fails or does not know, with the reasons. Without a name: list them.

    \b
    comity authorities gate leahy --fact vetting=cleared --fact cleared_on=2027-01-10
    comity authorities gate notice-333 --example > notice.toml
    comity authorities gate construction --fact "projects=700000;1800000" --on 2023-06-30
    """  # noqa: D301 (click reads \b as "keep these lines")
    if name is None:
        rows = [{"gate": item.name, "what": item.title} for item in GATES.values()]
        emit(rows, title="Gates", options=options)
        return
    chosen = gate(name)
    if wanted_example:
        click.echo(example(chosen.facts), nl=False)
        return
    result = chosen.judge(_facts(chosen, facts_file, pairs), day_or_today(on))
    _answer(result, chosen, options)


def _facts(chosen: Gate, path: Path | None, pairs: tuple[str, ...]) -> object:
    if path is not None and pairs:
        raise InputError("Give the facts in a file or with --fact, not both.")
    if path is not None:
        return read_facts(path, chosen.facts)
    return build_facts(parse_pairs(pairs), chosen.facts)


def _answer(result: GateResult, chosen: Gate, options: OutputOptions) -> None:
    if options.json or options.csv or options.xlsx:
        payload = result.to_dict()
        emit(payload["reasons"], title=chosen.title, options=options, payload=payload)
        return
    click.echo(f"{chosen.title}\n{result.outcome.value.upper()} on {result.on}"
               f"  [{result.certainty.value}]  Planning aid, not legal advice.")  # fmt: skip
    for reason in result.reasons:
        mark = f"{reason.outcome.value:<8} "
        for line in text_lines(f"{reason.text} ({reason.citation})", 2, mark):
            click.echo(line)
    for clock in result.clocks:
        state = f"done {clock.done}" if clock.done else "not done"
        late = ", LATE" if clock.late_on(result.on) else ""
        click.echo(f"  clock    {clock.what}: by {clock.by}, {state}{late}")
