"""Open other people's delimited text safely: bounded lines, named encodings, headers, duplicates.

Every check answers with one sentence that names the file, the line and the mend, and reads no
more of a hostile file than it takes to refuse it.
"""

import csv
import gzip
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from comity.terms.errors import FileError

if TYPE_CHECKING:
    import pandas as pd

MAX_LINE = 1_000_000
MAX_BYTES = 1_000_000_000
MISSING = ("", "NA", "NaN", "nan", "N/A", ".", "..")
_SHOWN = 5
_MAGIC = {
    b"PK\x03\x04": ("an Excel workbook or a zip archive", "Save the sheet as CSV (UTF-8)."),
    b"\xd0\xcf\x11\xe0": ("an old Excel workbook (.xls)", "Save the sheet as CSV (UTF-8)."),
    b"%PDF": ("a PDF", "Take the publisher's CSV file instead."),
    b"\xff\xfe": ("UTF-16 text", "Save it as CSV UTF-8."),
    b"\xfe\xff": ("UTF-16 text", "Save it as CSV UTF-8."),
}


def read_header(path: Path, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> list[str]:
    """Names of the columns, reading no more than the first line.

    Raises
    ------
    FileError
        As :func:`read_delimited`.
    """
    return _records(path, (), encoding, delimiter, MAX_LINE)[0]


def read_delimited(
    path: Path,
    *,
    required: Sequence[str],
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
    max_line: int = MAX_LINE,
) -> list[dict[str, str]]:
    """Rows of a delimited text file as text, one dictionary for each row.

    Parameters
    ----------
    path
        The file; a gzip file is opened as one.
    required
        Columns that must be there; more are kept.
    encoding
        Encoding that the publisher uses.
    delimiter
        What stands between two fields.
    max_line
        Longest line in bytes; a longer one is refused after reading that much of it.

    Raises
    ------
    FileError
        If the file is no text, a line is too long, a byte does not fit the encoding, the header
        lacks a column or names one twice, or a row has another number of fields than the header.
    """
    header, rows = _records(path, required, encoding, delimiter, max_line)
    return [dict(zip(header, fields, strict=True)) for _, fields in rows]


def read_numbered(
    path: Path, *, required: Sequence[str], encoding: str = "utf-8-sig", delimiter: str = ","
) -> list[tuple[int, dict[str, str]]]:
    """Rows as :func:`read_delimited` gives them, each with its line in the file.

    Raises
    ------
    FileError
        As :func:`read_delimited`.
    """
    header, rows = _records(path, required, encoding, delimiter, MAX_LINE)
    return [(line, dict(zip(header, fields, strict=True))) for line, fields in rows]


def read_frame(
    path: Path,
    *,
    required: Sequence[str],
    unique: Sequence[str] = (),
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
    max_line: int = MAX_LINE,
    keep: Sequence[str] | None = None,
) -> "pd.DataFrame":
    """Read a delimited text file as a frame of text whose index, ``line``, is the line in the file.

    Parameters
    ----------
    keep
        Columns of the answer, in this order; all of them when left out. Files of thousands of
        columns fit into memory only if few are kept.
    unique
        Columns that together may occur once only, such as ``("code", "year")``.

    Raises
    ------
    FileError
        As :func:`read_delimited`; and if two lines have the same key.
    """
    import pandas as pd

    header, rows = _records(path, required, encoding, delimiter, max_line)
    chosen = list(header) if keep is None else list(keep)
    at = [header.index(name) for name in chosen]
    records = [(line, [fields[i] for i in at]) for line, fields in rows]
    frame = pd.DataFrame(
        [fields for _, fields in records],
        columns=pd.Index(chosen),
        index=pd.Index([line for line, _ in records], name="line"),
        dtype=object,
    )
    if unique:
        refuse_duplicates(frame, unique, path)
    return frame


def refuse_duplicates(frame: "pd.DataFrame", unique: Sequence[str], path: Path) -> None:
    """Refuse a frame in which two rows have the same key.

    Raises
    ------
    FileError
        Names up to five keys with both of their lines (the frame's index).
    """
    keys = list(unique)
    again = frame[frame.duplicated(keys, keep="first")]
    if again.empty:
        return
    first = frame[~frame.duplicated(keys, keep="first")].reset_index(names="line")
    lines = {tuple(row[:-1]): row[-1] for row in first[[*keys, "line"]].itertuples(index=False)}
    shown = [
        f"{' '.join(map(str, key))} (lines {lines[key]} and {line})"
        for line, key in zip(
            again.index[:_SHOWN],
            again[keys].head(_SHOWN).itertuples(index=False, name=None),
            strict=True,
        )
    ]
    more = f" and {len(again) - _SHOWN} more" if len(again) > _SHOWN else ""
    raise FileError(
        path,
        f"{len(again)} repeated {'-'.join(keys)}: {', '.join(shown)}{more}.",
        line=int(again.index[0]),
        mend="Each may occur once; remove the repeated lines.",
    )


def to_numbers(
    frame: "pd.DataFrame",
    column: str,
    path: Path,
    *,
    missing: Sequence[str] = MISSING,
    between: tuple[float, float] = (-float("inf"), float("inf")),
) -> "pd.Series[float]":
    """One column of :func:`read_frame` as numbers; what is in ``missing`` becomes NaN.

    Raises
    ------
    FileError
        If a cell is no finite number or lies outside ``between``; names the line.
    """
    import numpy as np
    import pandas as pd

    text = frame[column].astype(str).str.strip()
    absent = text.isin(list(missing))
    numbers = pd.to_numeric(text.mask(absent), errors="coerce").astype(float)
    low, high = between
    wrong = ~absent & ~(np.isfinite(numbers) & numbers.between(low, high))
    if wrong.any():
        line = int(frame.index[int(wrong.to_numpy().argmax())])
        span = "" if np.isinf(between).all() else f" from {low:g} to {high:g}"
        raise FileError(
            path,
            f"the column {column!r} says {text.loc[line]!r}; expected a number{span} or an empty cell.",
            line=line,
        )
    return numbers.rename(column)


def _records(
    path: Path, required: Sequence[str], encoding: str, delimiter: str, max_line: int
) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Header and the generator of (line, fields); the header is checked at once."""
    rows = _fields(path, encoding, delimiter, max_line)
    _, header = next(rows, (1, []))
    header = [name.strip() for name in header]
    _check_header(path, header, required, delimiter)
    return header, _even(path, rows, len(header))


def _check_header(path: Path, header: list[str], required: Sequence[str], delimiter: str) -> None:
    if not header:
        raise FileError(path, "the file is empty; expected a line with the columns' names.")
    absent = [name for name in required if name not in header]
    if absent:
        found = ", ".join(name[:40] for name in header[:12]) + (" ..." if len(header) > 12 else "")
        other = next((sign for sign in ";\t|," if sign != delimiter and sign in header[0]), "")
        raise FileError(
            path,
            f"the header lacks {', '.join(map(repr, absent[:12]))}; it has {found}.",
            line=1,
            mend=f"Separate the columns with {delimiter!r}, not {other!r}."
            if other and len(header) == 1
            else "Name the columns so, or use the publisher's file unchanged.",
        )
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise FileError(path, f"the header names {', '.join(twice[:5])} more than once.", line=1)


def _even(
    path: Path, rows: Iterator[tuple[int, list[str]]], width: int
) -> Iterator[tuple[int, list[str]]]:
    for line, fields in rows:
        if len(fields) != width:
            raise FileError(path, f"{len(fields)} fields where the header has {width}.", line=line)
        yield line, fields


def _fields(
    path: Path, encoding: str, delimiter: str, max_line: int
) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, fields) for every line that is not blank."""
    with closing(_lines(path, encoding, max_line)) as lines:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for fields in reader:
                if any(fields):
                    yield reader.line_num, fields
        except csv.Error as problem:
            raise FileError(
                path, f"not valid delimited text ({problem}).", line=reader.line_num
            ) from None


def _lines(path: Path, encoding: str, max_line: int) -> Generator[str, None, None]:
    """Yield decoded lines, never holding more than one."""
    total = 0
    with _open(path) as stream:
        number = 0
        try:
            while raw := stream.readline(max_line + 1):
                number += 1
                total += len(raw)
                _check_line(path, raw, number, max_line, total)
                yield _decode(path, raw, number, encoding)
        except (OSError, EOFError, zlib.error) as problem:
            raise FileError(
                path, f"cannot be read to its end ({problem}).", mend="Fetch the file again."
            ) from None


def _check_line(path: Path, raw: bytes, number: int, max_line: int, total: int) -> None:
    if number == 1:
        for magic, (kind, mend) in _MAGIC.items():
            if raw.startswith(magic):
                raise FileError(path, f"this is {kind}, not delimited text.", mend=mend)
    if b"\0" in raw:
        raise FileError(path, "a zero byte; this is not a text file.", line=number)
    if len(raw) > max_line:
        raise FileError(
            path,
            f"the line is longer than {max_line:,} bytes.",
            line=number,
            mend="A table has one short line for each row; this is another kind of file.",
        )
    if total > MAX_BYTES:
        raise FileError(path, f"holds more than {MAX_BYTES:,} bytes of text.", line=number)


def _decode(path: Path, raw: bytes, number: int, encoding: str) -> str:
    # The mark at the start of a UTF-8 file belongs to the first line only.
    codec = "utf-8" if encoding == "utf-8-sig" and number > 1 else encoding
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as problem:
        name = "UTF-8" if codec.startswith("utf-8") else codec
        raise FileError(
            path,
            f"byte {problem.start + 1} is 0x{raw[problem.start]:02X}, which is not {name}.",
            line=number,
            mend=f"Save the file as {name}; it may be Latin-1 (Windows) text now.",
        ) from None


def _open(path: Path) -> BinaryIO:
    """Open a plain or gzip file by its first bytes, whatever its name."""
    try:
        with path.open("rb") as probe:
            packed = probe.read(2) == b"\x1f\x8b"
        return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")
    except IsADirectoryError:
        raise FileError(path, "is a folder; expected a file.") from None
    except FileNotFoundError:
        raise FileError(path, "there is no such file.") from None
    except OSError as problem:
        raise FileError(path, f"cannot be opened ({problem.strerror}).") from None
