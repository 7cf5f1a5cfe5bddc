"""Tie a refused model to the line of its file that a user has to mend."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tomllib import TOMLDecodeError

from comity.terms.errors import FileError, RecipeError, UnknownName

# What a message may name, the surest first: an indicator, anything in quotes, a number.
_NAMED = (r"\b([a-z0-9_]+\.[a-z0-9_]+)\b", r"'([^']+)'", r"\b(\d+)\b")


def line_naming(text: str, message: str) -> int | None:
    r"""Line on which something that the message names stands last; None where there is none.

    >>> line_naming('id = "a"\nyear = 1800', "The year 1800 is outside the panel.")
    2
    """
    lines = text.splitlines()
    for kind in _NAMED:
        for name in re.findall(kind, message):
            pattern = rf"""["']{re.escape(name)}["']|=\s*{re.escape(name)}\b"""
            at = [i for i, line in enumerate(lines, start=1) if re.search(pattern, line)]
            if at:
                return at[-1]
    return None


def not_toml(source: str | Path, refusal: TOMLDecodeError) -> FileError:
    """Say on which line a file stops being TOML."""
    reason, _, place = str(refusal).partition(" (at ")
    line = re.search(r"line (\d+)", place)
    return FileError(source, f"is not valid TOML: {reason}.", line=int(line[1]) if line else None)


@contextmanager
def blaming(source: str | Path) -> Iterator[None]:
    """Name the file, and the line if it can be told, when a model cannot be run as it is written.

    A model that ships with Comity has no file of the user's; its refusals pass unchanged.

    Raises
    ------
    FileError
        In place of a ``RecipeError`` or ``UnknownName``.
    """
    try:
        yield
    except (RecipeError, UnknownName) as refusal:
        path = Path(source)
        if not path.is_file():
            raise
        line = line_naming(path.read_text(encoding="utf-8"), str(refusal))
        raise FileError(path, str(refusal), line=line) from None
