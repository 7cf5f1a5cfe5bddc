"""A plain Excel table: frozen header, filter, widths and number formats."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from comity.cli.shared_values import as_cell, as_text, is_number
from comity.terms.errors import InputError

_MOST_ROWS = 1_048_575  # of a sheet, less the header
_WIDEST, _NARROWEST = 60, 6


def workbook_bytes(rows: Sequence[Mapping[str, Any]], names: Sequence[str], title: str) -> bytes:
    """Lay rows out on one sheet; text is never read as a formula or a link.

    Raises
    ------
    InputError
        If there are more rows than a sheet holds.
    """
    from xlsxwriter import Workbook

    if len(rows) > _MOST_ROWS:
        raise InputError(
            f"An Excel sheet holds {_MOST_ROWS:,} rows and there are {len(rows):,}; use --csv."
        )
    stream = io.BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet(_sheet_name(title))
        header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        sheet.write_row(0, 0, list(names), header)
        for at, name in enumerate(names):
            cells = [as_cell(row.get(name)) for row in rows]
            style = book.add_format({"num_format": _number_format(cells)})
            sheet.set_column(at, at, _width(name, cells), style)
            for down, cell in enumerate(cells, start=1):
                _write(sheet, down, at, cell, style)
        sheet.freeze_panes(1, 1)
        if names:
            sheet.autofilter(0, 0, len(rows), len(names) - 1)
    return stream.getvalue()


def _write(sheet: Any, down: int, at: int, cell: Any, style: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(down, at, cell, style)
    elif is_number(cell):
        sheet.write_number(down, at, cell, style)
    elif cell != "":
        sheet.write_string(down, at, str(cell), style)


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31].strip() or "Table"


def _number_format(cells: Sequence[Any]) -> str:
    """Thousands and decimals that suit the size of a column's numbers; years stay plain."""
    if any(isinstance(cell, date) for cell in cells):
        return "yyyy-mm-dd"
    numbers = [cell for cell in cells if is_number(cell)]
    if not numbers:
        return "General"
    largest = max(abs(number) for number in numbers)
    if all(isinstance(number, int) for number in numbers):
        return "#,##0" if largest >= 10_000 else "0"
    return "#,##0" if largest >= 100_000 else "#,##0.0" if largest >= 1000 else "0.000"


def _width(name: str, cells: Sequence[Any]) -> int:
    longest = max((len(as_text(cell)) for cell in cells), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(name) + 3) + 2))
