"""Check an evaluation record: does every claim stand on something that is named?"""

from pathlib import Path

import click

from comity.cli.shared_cases import tell
from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.cli.shared_record import as_of_option, day_of
from comity.evaluate.record import check_record, quality_items, self_assessed_share
from comity.evaluate.record_clock import summary_clock
from comity.evaluate.record_file import read_record
from comity.evaluate.record_levels import levels_of
from comity.terms.shortcoming import grave


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@as_of_option
@output_options
@click.pass_context
def command(ctx: click.Context, *, file: Path, as_of: str | None, options: OutputOptions) -> None:
    """Check an evaluation record; the exit code is 1 where something must be mended.

    \b
    comity evaluate record-check patrol-boats.toml
    """  # noqa: D301 (click reads \b as "keep these lines")
    day = day_of(as_of)
    record = read_record(file)
    found = check_record(record, day)
    clock = summary_clock(record, day)
    payload = {
        "id": record.id,
        "title": record.title,
        "complete": not grave(found),
        "shortcomings": [one.to_dict() for one in found],
        "quality": [one.to_dict() for one in quality_items(record)],
        "levels": [
            {
                "level": one.level.value,
                "standing": one.standing.value,
                "findings": list(one.findings),
                "provisional": one.provisional,
                "blocked_by": [low.value for low in one.blocked_by],
            }
            for one in levels_of(record)
        ],
        "self_assessed_share": self_assessed_share(record),
        "public_summary": clock.to_dict(),
    }
    must = len(grave(found))
    emit(
        [one.to_dict() for one in found],
        title=f"{record.id}: {must} to mend, {len(found) - must} to note",
        options=options,
        payload=payload,
        columns=["code", "where", "message", "must"],
    )
    tell(f"Public summary: {clock}")
    if must:
        ctx.exit(1)
