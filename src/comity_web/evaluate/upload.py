"""An uploaded CSV file, read with the library's reader before anything of it is kept."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from comity.evaluate.study_data import read_table
from comity.terms.errors import FileError

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

#: Bounds of an upload; Comity defaults.
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 20_000_000, 500_000, 300


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A table that can be used.

    Parameters
    ----------
    name
        The file's own name.
    content
        Its bytes.
    rows, columns
        How many rows, and which columns.
    """

    name: str
    content: bytes
    rows: int
    columns: tuple[str, ...]


def read_upload(file: "UploadedFile[bytes]") -> Uploaded:
    """Read what somebody sent.

    Raises
    ------
    FileError
        If it is too large or no CSV; names the file as its owner named it, and the line.
    """
    name = clean_name(file.name or "")
    if (file.size or 0) > MOST_BYTES:
        raise FileError(
            name,
            f"it has {(file.size or 0) / 1e6:.0f} MB; {MOST_BYTES / 1e6:.0f} MB is the most.",
            mend="Send fewer rows or columns.",
        )
    return table_in(name, file.read())


def table_in(name: str, content: bytes) -> Uploaded:
    """Read a table out of bytes."""
    with reading(name, content) as path:
        table = read_table(path)
    columns = tuple(table.columns)
    if len(table) > MOST_ROWS or len(columns) > MOST_COLUMNS:
        raise FileError(
            name,
            f"it has {len(table):,} rows and {len(columns):,} columns; {MOST_ROWS:,} and "
            f"{MOST_COLUMNS} are the most.",
            mend="Send fewer, or use comity evaluate on your own machine.",
        )
    return Uploaded(name, content, len(table), columns)


@contextmanager
def reading(name: str, content: bytes) -> Iterator[Path]:
    """Hold bytes as a file while they are read; refusals speak of it by its owner's name."""
    with tempfile.TemporaryDirectory(prefix="comity-upload-") as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(content)
        try:
            yield path
        except FileError as problem:
            raise FileError(name, problem.what, line=problem.line, mend=problem.mend) from problem


def clean_name(name: str) -> str:
    """Return a file's name with nothing in it that a path, a header or a shell could trip over."""
    plain = re.sub(r"[^\w. ()-]+", "_", Path(name.replace("\\", "/")).name).strip(" .")
    return plain[-120:] or "table.csv"
