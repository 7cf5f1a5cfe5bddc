"""Find publishers' files in a folder by the names that each source's description gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from comity.terms.errors import FileError
from comity.world.source import Source


@dataclass(frozen=True, slots=True)
class Found:
    """A source's files in one folder.

    Parameters
    ----------
    path
        What the reader is given: the file, or the folder where there are several.
    files
        Every file whose name fits.
    elsewhere
        Other folders that hold such files too and are not read.
    """

    path: Path
    files: tuple[Path, ...]
    elsewhere: tuple[Path, ...] = ()


def list_files(raw: Path) -> list[Path]:
    """Every file under a folder, in a fixed order; hidden ones are left out.

    Raises
    ------
    FileError
        If there is no such folder.
    """
    if not raw.is_dir():
        raise FileError(raw, "there is no such folder.", mend="Name the folder of raw files.")
    return sorted(
        path
        for path in raw.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(raw).parts)
    )


def find_files(listing: Sequence[Path], source: Source) -> Found | None:
    """The files of one source, or ``None``; the first folder wins where several hold some."""
    patterns = [pattern.lower() for pattern in source.files]
    fits = [p for p in listing if any(_fits(p.name.lower(), pattern) for pattern in patterns)]
    if not fits:
        return None
    folders = list(dict.fromkeys(path.parent for path in fits))
    files = tuple(path for path in fits if path.parent == folders[0])
    path = files[0] if len(files) == 1 else folders[0]
    return Found(path, files, tuple(folders[1:]))


def _fits(name: str, pattern: str) -> bool:
    return fnmatch(name, pattern) or fnmatch(name, f"{pattern}.gz")
