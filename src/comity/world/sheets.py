"""One table in whichever form a publisher sells it: delimited text, gzip, ``.xlsx`` or ``.xls``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.reading import read_frame, read_header, refuse_duplicates
from comity.world.workbook import find_header, read_sheets

if TYPE_CHECKING:
    import pandas as pd

_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_table(
    path: Path,
    columns: Sequence[str],
    *,
    unique: Sequence[str] = (),
    encoding: str = "utf-8-sig",
    other_names: Mapping[str, str] | None = None,
) -> "pd.DataFrame":
    """Read some columns of a table; the index, ``line``, is the line or the row of the sheet.

    Parameters
    ----------
    columns
        Columns of the answer, all of which must be there.
    unique
        Columns that together may occur once only.
    other_names
        What another edition of the file calls a column, and what it is called here.

    Raises
    ------
    FileError
        As :func:`comity.world.reading.read_frame` and :func:`comity.world.workbook.read_sheets`.
    """
    other = dict(other_names or {})
    if _is_excel(path):
        frame = _sheet(path, columns, other)
    else:
        header = read_header(path, encoding=encoding)
        wanted = [_spelled(name, [header], other) for name in columns]
        frame = read_frame(path, required=wanted, encoding=encoding, keep=wanted)
        frame = frame.rename(columns=other)
    frame = frame[list(columns)]
    if unique:
        refuse_duplicates(frame, unique, path)
    return frame


def blank(frame: "pd.DataFrame", columns: Sequence[str], codes: Sequence[str]) -> "pd.DataFrame":
    """Empty the cells that hold one of a publisher's codes for missing, such as ``-9``."""
    text = frame[list(columns)].astype(str)
    plain = text.apply(lambda column: column.str.strip().str.removesuffix(".0"))
    return frame.assign(
        **{name: frame[name].mask(plain[name].isin(list(codes)), "") for name in columns}
    )


def _is_excel(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) in _EXCEL
    except OSError:
        return False  # the reader of text names what is wrong


def _sheet(path: Path, columns: Sequence[str], other: Mapping[str, str]) -> "pd.DataFrame":
    """The first sheet that has the columns, or the complaint about the last one."""
    import pandas as pd

    refusal = FileError(path, "the workbook has no sheet.")
    for title, rows in read_sheets(path):
        wanted = [_spelled(name, rows[:30], other) for name in columns]
        try:
            top = find_header(path, title, rows, wanted)
        except FileError as problem:
            refusal = problem
            continue
        header = [other.get(str(cell).strip(), str(cell).strip()) for cell in rows[top]]
        below = rows[top + 1 :]
        lines = pd.RangeIndex(top + 2, top + 2 + len(below), name="line")
        frame = pd.DataFrame(below, columns=header, index=lines, dtype=object)
        return frame[[any(cell is not None for cell in row) for row in below]].fillna("")
    raise refusal


def _spelled(name: str, rows: Sequence[Sequence[object]], other: Mapping[str, str]) -> str:
    """How this workbook spells a column: as we do, or as another edition."""
    there = {str(cell).strip() for row in rows for cell in row if cell is not None}
    return next((old for old, new in other.items() if new == name and old in there), name)
