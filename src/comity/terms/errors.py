"""Everything that Comity refuses, as one tree.

::

    ComityError
    ├── InputError          a value, file, line or option that the user can mend
    │   ├── FileError       ... in a file: says which file, which line, and the mend
    │   ├── UnknownName     a partner, indicator, group or option that is not known
    │   └── RecipeError     a recipe that cannot be run as it is written
    ├── DataMissing         the data that the question needs are not there
    └── NetworkRefused      a download could not be made; says how to do it by hand
"""

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class ComityError(Exception):
    """The root; its text is one clear sentence that a user can act on."""


class InputError(ComityError):
    """A value that the user gave and can mend."""


class FileError(InputError):
    """Something in a file cannot be used.

    Parameters
    ----------
    path
        The file, named as the user named it.
    what
        What is wrong, without the file's name.
    line
        The line, counted from one, where it is known.
    mend
        What to do about it.
    """

    def __init__(
        self, path: "Path | str", what: str, *, line: int | None = None, mend: str = ""
    ) -> None:
        self.path, self.what, self.line, self.mend = str(path), what, line, mend
        place = f"{path}, line {line}" if line is not None else str(path)
        super().__init__(" ".join(part for part in (f"{place}: {what}", mend) if part))


class UnknownName(InputError):
    """A name that nothing answers to; suggests the nearest ones.

    Parameters
    ----------
    kind
        The kind of thing, such as ``"partner"``.
    name
        What the user wrote.
    known
        Every name that would have been accepted.
    nearest
        Names to suggest, where the caller knows better than spelling; sought when left out.
    """

    def __init__(
        self,
        kind: str,
        name: str,
        known: "Iterable[str]" = (),
        *,
        nearest: "Sequence[str] | None" = None,
    ) -> None:
        self.kind, self.name = kind, name
        found = get_close_matches(name, list(known), n=3, cutoff=0.6)
        self.nearest = list(found if nearest is None else nearest)
        hint = f" Did you mean {' or '.join(map(repr, self.nearest))}?" if self.nearest else ""
        super().__init__(f"There is no {kind} called {name!r}.{hint}")


class RecipeError(InputError):
    """A recipe names a step that cannot run as written; nothing is skipped in silence."""


class DataMissing(ComityError):
    """The data that the question needs are not there; says what would supply them."""


class NetworkRefused(ComityError):
    """A download failed or there is no network; says how to fetch the file by hand."""
