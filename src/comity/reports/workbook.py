"""The live Excel workbook: change a weight and every score follows."""

import io
from collections.abc import Callable
from typing import Any

from comity.assess.matching import Matches
from comity.assess.rank_intervals import RankIntervals
from comity.assess.scores import Scores
from comity.reports.workbook_constructs import write_constructs
from comity.reports.workbook_layout import Layout
from comity.reports.workbook_matching import write_matching
from comity.reports.workbook_model import write_model_sheet
from comity.reports.workbook_readme import write_readme
from comity.reports.workbook_reference import write_reference
from comity.reports.workbook_scaled import write_raw, write_scaled, write_turned, write_years
from comity.reports.workbook_scores import write_scores
from comity.reports.workbook_sources import write_sources
from comity.reports.workbook_styles import Styles
from comity.reports.workbook_weights import write_weights


def workbook_bytes(
    scores: Scores, intervals: RankIntervals | None = None, matches: Matches | None = None
) -> bytes:
    """Write scores as a workbook of live formulas, from raw values and weights to ranks.

    Parameters
    ----------
    scores
        What was scored.
    intervals
        Rank intervals of the same scores; they are numbers, not formulas, and say so.
    matches
        Funding against priority and propensity; numbers too.

    Returns
    -------
    bytes
        An .xlsx file. Formulas carry the values that Python computed, so that a viewer that does
        not recalculate shows them; Excel and LibreOffice compute them again.
        ``comity.reports.workbook_import.read_workbook`` reads edited weights back.
    """
    from xlsxwriter import Workbook

    layout = Layout(
        len(scores.partners),
        tuple(int(p) for p in scores.tree.levels[0].parent),
        len(scores.model.constructs),
    )
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        book.set_properties(
            {
                "title": f"Propensity {scores.year}: {scores.model.title or scores.model.name}",
                "comments": f"Recipe {scores.provenance.recipe}, data {scores.provenance.data}, "
                f"Comity {scores.provenance.version}. Unclassified.",
            }
        )
        styles = Styles(book)
        for name, write in _sheets(scores, intervals, matches, layout):
            sheet = book.add_worksheet(name)
            sheet.hide_gridlines(2)
            sheet.set_row(0, 26)
            _set_page(sheet)
            write(sheet, styles)
        book.get_worksheet_by_name("Model").hide()
        book.get_worksheet_by_name("Scores").activate()
    return stream.getvalue()


Writer = Callable[[Any, Styles], None]


def _sheets(
    scores: Scores, intervals: RankIntervals | None, matches: Matches | None, layout: Layout
) -> list[tuple[str, Writer]]:
    """Sheets in their order; each is written by one function."""
    sheets: list[tuple[str, Writer]] = [
        ("Read me", lambda sheet, s: write_readme(sheet, s, scores, intervals, matches)),
        ("Scores", lambda sheet, s: write_scores(sheet, s, scores, layout, intervals)),
        ("Weights", lambda sheet, s: write_weights(sheet, s, scores, layout)),
        ("Constructs", lambda sheet, s: write_constructs(sheet, s, scores, layout, intervals)),
        ("Scaled", lambda sheet, s: write_scaled(sheet, s, scores, layout)),
        ("Turned", lambda sheet, s: write_turned(sheet, s, scores, layout)),
        ("Raw", lambda sheet, s: write_raw(sheet, s, scores, layout)),
        ("Years observed", lambda sheet, s: write_years(sheet, s, scores, layout)),
        ("Reference", lambda sheet, s: write_reference(sheet, s, scores, layout)),
    ]
    if matches is not None:
        sheets.append(("Matching", lambda sheet, s: write_matching(sheet, s, matches)))
    sheets.append(("Sources", lambda sheet, s: write_sources(sheet, s, scores)))
    sheets.append(("Model", lambda sheet, s: write_model_sheet(sheet, s, scores)))
    return sheets


def _set_page(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_header('&C&"-,Bold"UNCLASSIFIED')
    sheet.set_footer("&LComity: a screening aid, not a forecast&CUNCLASSIFIED&R&A, page &P of &N")
