"""Cells of tables for other programs."""


def plain_cell(value: object) -> object:
    """An empty cell where nothing is known, and never what a spreadsheet takes for a formula."""
    if value is None or value != value:
        return ""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" else value
