"""The table that a study reads: a CSV file as columns of numbers and words."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from comity.methods.panel_columns import Column, Table
from comity.terms.errors import FileError, UnknownName

if TYPE_CHECKING:
    import pandas as pd

MISSING = ("", "NA", "NaN", "nan", "N/A", ".", "..")


def read_table(path: Path, *, unit: str = "", period: str = "") -> Table:
    """Read a CSV or Parquet file; a column is numeric where every value it has is a number.

    Parameters
    ----------
    path
        Comma-separated UTF-8 text with a header; gzip where the name ends in ``.gz``; Parquet
        where it ends in ``.parquet``.
    unit, period
        Columns that say unit and period, where there are any.

    Raises
    ------
    FileError
        If the file is missing, empty or no CSV, or the header names a column twice.
    UnknownName
        If ``unit`` or ``period`` is not a column.
    """
    import pandas as pd

    if not path.is_file():
        raise FileError(path, "there is no such file.", mend="Give the path of a CSV file.")
    if path.suffix.lower() == ".parquet":
        return table_of(_parquet(path), unit=unit, period=period)
    try:
        header = pd.read_csv(path, header=None, nrows=1, dtype=str, encoding="utf-8-sig")
        frame = pd.read_csv(
            path, na_values=list(MISSING), keep_default_na=False, encoding="utf-8-sig"
        )
    except pd.errors.EmptyDataError as problem:
        raise FileError(
            path, "the file is empty.", mend="Give a CSV file with a header."
        ) from problem
    except (pd.errors.ParserError, UnicodeDecodeError) as problem:
        reason = " ".join(str(problem).split())
        raise FileError(
            path, f"it is no CSV ({reason}).", mend="Save it as CSV (UTF-8)."
        ) from problem
    names = header.iloc[0].astype(str).str.strip().tolist()
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise FileError(path, f"the header names {', '.join(twice)} twice.", line=1)
    frame.columns = pd.Index(names)
    if frame.empty:
        raise FileError(path, "it has a header but no rows.")
    return table_of(frame, unit=unit, period=period)


def _parquet(path: Path) -> "pd.DataFrame":
    import pandas as pd
    import pyarrow as pa

    try:
        frame = pd.read_parquet(path)
    except (OSError, pa.ArrowException) as problem:
        reason = " ".join(str(problem).split())
        raise FileError(path, f"it is no Parquet file ({reason}).") from problem
    if frame.empty:
        raise FileError(path, "it has no rows.")
    return frame


def table_of(frame: "pd.DataFrame", *, unit: str = "", period: str = "") -> Table:
    """Columns of a data frame.

    Raises
    ------
    UnknownName
        If ``unit`` or ``period`` is not a column.
    """
    columns: dict[str, Column] = {}
    for name in frame.columns:
        column = frame[name]
        numeric = column.dtype.kind in "biuf"
        columns[str(name)] = np.asarray(
            column.to_numpy(dtype=float, na_value=np.nan)
            if numeric
            else column.astype(object).to_numpy()
        )
    for name in (unit, period):
        if name and name not in columns:
            raise UnknownName("column", name, columns)
    return Table(columns, unit, period)


def edition(table: Table) -> str:
    """Digest of every value, so that a result can say what it was computed from."""
    digest = sha256()
    for name in sorted(table.columns):
        column = table.columns[name]
        digest.update(name.encode())
        if column.dtype.kind in "biuf":
            digest.update(np.ascontiguousarray(column, dtype=np.float64).tobytes())
        else:
            digest.update("\x1f".join(map(str, column)).encode())
    return digest.hexdigest()[:12]
