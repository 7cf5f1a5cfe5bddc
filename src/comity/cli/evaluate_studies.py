"""List the ready studies: what each asks, what it needs, and whether that is there."""

import click

from comity.cli.shared_output import OutputOptions, emit, output_options
from comity.evaluate.ready_studies import list_ready_studies


@click.command()
@output_options
def command(options: OutputOptions) -> None:
    """List the ready studies on real data.

    Every study runs out of the box. Where a publisher's file may not ship, a variant with it runs
    once you have imported the file; the table says how.
    """
    entries = list_ready_studies()
    rows = [
        {
            "study": entry.id,
            "question": entry.question,
            "variants": list(entry.variants),
            "runs": entry.runs or "nothing yet",
            "would use": list(dict.fromkeys(need.how for need in entry.missing)),
        }
        for entry in entries
    ]
    payload = {"studies": [entry.to_dict() for entry in entries]}
    emit(rows, title="Ready studies", options=options, payload=payload)
