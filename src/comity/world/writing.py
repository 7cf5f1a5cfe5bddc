"""Put a file in place whole, or leave what was there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.terms.errors import FileError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a file beside ``path`` to write; it becomes ``path`` when the block ends well.

    Raises
    ------
    FileError
        If the folder cannot be written to; the older file of that name is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError as problem:
        raise FileError(
            path, f"cannot be written ({problem.strerror}).", mend="Choose another folder."
        ) from None
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as problem:
        raise FileError(path, f"cannot be written ({problem.strerror}).") from None
    finally:
        beside.unlink(missing_ok=True)
