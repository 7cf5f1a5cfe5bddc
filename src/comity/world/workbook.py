"""Read the sheets of an Excel workbook as plain rows, refusing what is none in one sentence."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from comity.terms.errors import FileError

MAX_ROWS = 1_000_000
MAX_BYTES = 1_000_000_000

Row = tuple[Any, ...]


def read_sheets(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield each sheet's title and its rows from the first; row ``i`` of the list is line ``i + 1``.

    Reads ``.xlsx`` and the old ``.xls``, told apart by their first bytes.

    Raises
    ------
    FileError
        If the file is neither, is damaged, or would unpack to more than a workbook can hold.
    """
    try:
        with path.open("rb") as stream:
            magic = stream.read(4)
    except OSError as problem:
        raise FileError(path, f"cannot be opened ({problem.strerror}).") from None
    if magic == b"PK\x03\x04":
        yield from _xlsx(path)
    elif magic == b"\xd0\xcf\x11\xe0":
        yield from _xls(path)
    else:
        raise FileError(
            path, "this is not an Excel workbook.", mend="Use the publisher's file unchanged."
        )


def find_header(path: Path, title: str, rows: Sequence[Row], names: Sequence[str]) -> int:
    """Position of the first of the sheet's first thirty rows that holds all the names.

    Raises
    ------
    FileError
        If no row does; says which names were looked for.
    """
    wanted = {name.casefold() for name in names}
    for position, row in enumerate(rows[:30]):
        if wanted <= {str(cell).strip().casefold() for cell in row if cell is not None}:
            return position
    raise FileError(
        path,
        f"the sheet {title!r} has no header row with {', '.join(map(repr, names))}.",
        mend="Use the publisher's file unchanged.",
    )


def _xlsx(path: Path) -> Iterator[tuple[str, list[Row]]]:
    import openpyxl

    try:
        with ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
                raise FileError(path, f"unpacks to more than {MAX_BYTES:,} bytes.")
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as problem:
        raise FileError(
            path, f"is a damaged workbook ({problem}).", mend="Fetch the file again."
        ) from None
    try:
        for sheet in book.worksheets:
            rows: list[Row] = []
            for row in sheet.iter_rows(values_only=True):
                rows.append(tuple(row))
                if len(rows) > MAX_ROWS:
                    raise FileError(path, f"has more than {MAX_ROWS:,} rows.")
            yield sheet.title, rows
    finally:
        book.close()


def _xls(path: Path) -> Iterator[tuple[str, list[Row]]]:
    import xlrd

    try:
        book = xlrd.open_workbook(path)
    except (xlrd.XLRDError, AssertionError, IndexError, ValueError) as problem:
        raise FileError(
            path, f"is a damaged workbook ({problem}).", mend="Fetch the file again."
        ) from None
    for sheet in book.sheets():
        cells = (sheet.row_values(i) for i in range(sheet.nrows))
        yield sheet.name, [tuple(None if cell == "" else cell for cell in row) for row in cells]
