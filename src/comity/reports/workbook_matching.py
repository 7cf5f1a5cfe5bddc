"""The sheet "Matching": funding against priority and propensity, as numbers."""

from typing import Any

from comity.assess.matching import Matches
from comity.reports.workbook_styles import Styles

_HEAD = 4


def write_matching(sheet: Any, styles: Styles, matches: Matches) -> None:
    """Write every partner compared, widest gap first, and who could not be compared."""
    sheet.write(0, 0, "Matching: is money in line?", styles.title)
    sheet.write(
        1,
        0,
        f"Expected funding rank: {matches.balance:g} priority + {1 - matches.balance:g} propensity. "
        f"A gap over {matches.threshold:.0%} is flagged. Balance, threshold and labels: Comity "
        "defaults unless you gave your own.",
        styles.text,
    )
    sheet.write(
        2, 0, "Numbers as computed at export: they do not follow the weights.", styles.quiet
    )
    columns = _columns(styles)
    for at, (title, _, style, width) in enumerate(columns):
        head = styles.heading if style is styles.text else styles.number_heading
        sheet.write(_HEAD, at, title, head)
        sheet.set_column(at, at, width, style)
    rows = matches.rows()
    for line, said in enumerate(rows, start=_HEAD + 1):
        for at, (_, name, style, _) in enumerate(columns):
            value = said[name]
            if isinstance(value, bool):
                value = "flagged" if value else ""
            sheet.write(line, at, "" if value is None else value, style)
    sheet.set_row(_HEAD, 48)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.repeat_rows(_HEAD)
    sheet.autofilter(_HEAD, 0, _HEAD + len(rows), len(columns) - 1)
    below = _HEAD + len(rows) + 2
    if matches.left_out:
        sheet.write(below, 0, "Not compared", styles.section)
    for line, sentence in enumerate(matches.left_out, start=below + 1):
        sheet.write_string(line, 0, sentence, styles.text)


def _columns(styles: Styles) -> list[tuple[str, str, Any, int]]:
    return [
        ("Code", "partner", styles.text, 8),
        ("Partner", "name", styles.text, 28),
        ("Label", "label", styles.text, 26),
        ("Share of draws with this label", "certainty", styles.share, 12),
        ("Gap in funding rank", "gap", styles.share, 10),
        ("Flagged", "flagged", styles.text, 10),
        ("Priority", "priority", styles.score, 10),
        ("Priority rank", "priority_rank", styles.share, 10),
        ("Propensity rank", "propensity_rank", styles.share, 11),
        ("Funding rank", "funding_rank", styles.share, 10),
        ("Expected rank", "expected_rank", styles.share, 10),
        ("Funding", "funding", styles.amount, 16),
        ("Funding at the expected rank", "expected_funding", styles.amount, 16),
    ]
