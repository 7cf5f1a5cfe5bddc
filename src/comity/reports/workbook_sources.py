"""The sheet "Sources": what each indicator means and who publishes it."""

from typing import Any

from comity.assess.scores import Scores
from comity.reports.source_notes import source_notes, source_of
from comity.reports.workbook_styles import Styles


def write_sources(sheet: Any, styles: Styles, scores: Scores) -> None:
    """Write one table of indicators and, under it, one of sources."""
    sheet.write(0, 0, "Indicators and sources", styles.title)
    sheet.write(1, 0, "Figures belong to their publishers; cite them as written here.", styles.text)
    row = _write_table(sheet, styles, 3, _INDICATORS, _indicators(scores))
    sheet.write(row + 1, 0, "Sources", styles.title)
    _write_table(sheet, styles, row + 3, _SOURCES, _sources(scores))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 1)


_WIDTHS = (36, 40, 70, 32, 26, 26, 30, 60)
_INDICATORS = (
    "Id",
    "Title",
    "Definition",
    "Publisher",
    "Licence",
    "Vintage",
    "Unit",
    "Computed from",
)
_SOURCES = ("Id", "Title", "Citation", "Publisher", "Licence", "Vintage", "", "Page")


def _indicators(scores: Scores) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for use in scores.model.uses:
        about = scores.catalogue[use.id]
        source = source_of(about)
        rows.append(
            (
                about.id,
                about.title,
                about.definition,
                about.publisher,
                source.licence_name if source else str(about.licence),
                source.vintage if source else "",
                about.unit,
                ", ".join(about.derived_from),
            )
        )
    return rows


def _sources(scores: Scores) -> list[tuple[str, ...]]:
    return [
        (n.id, n.title, n.citation, n.publisher, n.licence, n.vintage, "", n.page)
        for n in source_notes(scores)
    ]


def _write_table(
    sheet: Any, styles: Styles, top: int, names: tuple[str, ...], rows: list[tuple[str, ...]]
) -> int:
    """Write a table and return the row after its last."""
    for column, name in enumerate(names):
        sheet.write_string(top, column, name, styles.heading)
    for line, row in enumerate(rows, start=top + 1):
        for column, text in enumerate(row):
            sheet.write_string(line, column, text, styles.wrapped)
        lines = max(-(-len(text) // width) for text, width in zip(row, _WIDTHS, strict=True))
        sheet.set_row(line, 15.5 * max(1, lines))
    return top + 1 + len(rows)
