"""Writing a file whole or not at all."""

import os
from pathlib import Path
from secrets import token_hex

from comity.terms.errors import FileError


def check_destination(path: Path, *, suffix: str = "") -> None:
    """Refuse a place where no file can be written.

    Parameters
    ----------
    path
        The file to be written; it may exist already and is then replaced.
    suffix
        Ending that the name must have, such as ``".xlsx"``.

    Raises
    ------
    FileError
        If the path is a folder or a device, its folder is missing, or the ending is another.
    """
    if path.is_dir():
        raise FileError(path, "this is a folder.", mend="Name a file inside it.")
    if path.exists() and not path.is_file():
        raise FileError(path, "this is not an ordinary file.", mend="Name another file.")
    if not path.parent.is_dir():
        raise FileError(path, "its folder does not exist.", mend=f"Create {path.parent} first.")
    if suffix and path.suffix.lower() != suffix:
        raise FileError(path, f"the name must end in {suffix}.", mend="Rename it.")


def write_file(path: Path, content: bytes) -> Path:
    """Write beside the file, then replace it in one step; return the path.

    Raises
    ------
    FileError
        If it cannot be written. An older file of that name is then as it was.
    """
    check_destination(path)
    target = path.resolve()
    part = target.with_name(f".{target.name}.{token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise FileError(path, f"it could not be written ({reason}).") from problem
    finally:
        part.unlink(missing_ok=True)
    return path
