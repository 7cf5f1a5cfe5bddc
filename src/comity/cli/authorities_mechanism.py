"""See authority, money, program and process as one chain, and the link that is broken."""

from pathlib import Path

import click

from comity.authorities.catalogue import DISCLAIMER
from comity.authorities.mechanism import Mechanism, mechanisms
from comity.authorities.programs import read_money
from comity.cli.shared_finder_text import text_lines
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_question import Package, in_a_sentence, question_options

MARKS = {"pass": "ok", "fail": "BROKEN", "unknown": "not known"}


@click.command()
@question_options
@click.option("--authority", default="", metavar="ID", help="Only the chain of this authority.")
@click.option("--program", default="", metavar="ID", help="Only this program.")
@click.option(
    "--money",
    "money_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML with [[money]] account, fiscal_year, usd: the appropriations you know.",
)
@click.option("--lead-days", type=int, help="The program's lead time as you know it.")
@output_options
def command(
    package: Package,
    options: OutputOptions,
    *,
    authority: str,
    program: str,
    money_file: Path | None,
    lead_days: int | None,
) -> None:
    """Build the chain of each authority that is not ruled out, whole chains first.

    \b
    comity authorities mechanism --activity train --on 2027-03-01 --authority T10-333
    comity authorities mechanism --activity train --program imet --lead-days 365
    """  # noqa: D301 (click reads \b as "keep these lines")
    money = read_money(money_file) if money_file else ()
    found = [
        (need, chain)
        for need in package.needs
        for chain in mechanisms(
            need, authority=authority, program=program, money=money, lead_days=lead_days
        )
    ]
    if options.json or options.csv or options.xlsx:
        rows = [row for _, chain in found for row in _rows(chain)]
        payload = {
            "disclaimer": DISCLAIMER,
            "mechanisms": [{"need": need.to_dict(), **chain.to_dict()} for need, chain in found],
        }
        emit(rows, title="Mechanisms", options=options, payload=payload)
        return
    click.echo(f"{in_a_sentence(package.first)}\n{DISCLAIMER}")
    for _, chain in found:
        _show(chain)


def _rows(chain: Mechanism) -> list[dict[str, object]]:
    described = chain.to_dict()
    head = {key: described[key] for key in ("authority", "program")}
    return [{**head, **link} for link in described["links"]]


def _show(chain: Mechanism) -> None:
    run = f" through {chain.program}" if chain.program else ""
    click.echo(f"\n{chain.authority}{run}: {MARKS[chain.outcome.value]}")
    for link in chain.links:
        text = f"{link.what}: {link.why} [{link.certainty.value}]"
        mark = f"{link.name:<9} {MARKS[link.outcome.value]:<9} "
        for line in text_lines(text, 2, mark):
            click.echo(line)
