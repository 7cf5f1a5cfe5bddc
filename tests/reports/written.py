"""A workbook of the small world, read back as cells."""

import io
from typing import Any

from openpyxl import load_workbook

from comity.reports.workbook import workbook_bytes


def sheet_rows(name: str, *given: Any, values: bool = True) -> list[tuple[Any, ...]]:
    """Rows of one sheet: values that are stored, or formulas."""
    book = load_workbook(io.BytesIO(workbook_bytes(*given)), data_only=values)
    return [tuple(row) for row in book[name].iter_rows(values_only=True)]
