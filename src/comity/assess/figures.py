"""A user's own figures for partners, such as priority or funding, from CSV or TOML."""

import tomllib
from math import isfinite, isnan
from pathlib import Path

from comity.assess.model_lines import not_toml
from comity.terms.errors import ComityError, FileError
from comity.world.partners import partners as partner_book
from comity.world.reading import read_frame, to_numbers

_NAMES = ("partner", "iso3", "code", "country", "name")


def read_figures(path: Path, what: str) -> dict[str, float]:
    """Read one figure for each partner.

    Parameters
    ----------
    path
        CSV with a column ``partner`` (id or any known name) and a column called ``what``; or TOML
        with a table called ``what``, such as ``[priority]`` and ``KEN = 4``.
    what
        ``"priority"`` or ``"funding"``.

    Returns
    -------
    dict
        By partner id; an empty cell is left out, because missing is not zero.

    Raises
    ------
    FileError
        If a partner is unknown or appears twice, or a figure is not a number.
    """
    if path.suffix.lower() == ".toml":
        return _from_toml(path, what)
    frame = read_frame(path, required=(what,))
    column = next((c for c in _NAMES if c in frame.columns), None)
    if column is None:
        raise FileError(path, "there is no column 'partner'.", mend="Add it to the header.")
    numbers = to_numbers(frame, what, path)
    out: dict[str, float] = {}
    for line, name, value in zip(frame.index, frame[column], numbers, strict=True):
        partner = _resolve(path, str(name), int(line))
        if partner in out:
            raise FileError(
                path, f"{name!r} appears twice.", line=int(line), mend="Keep one of the rows."
            )
        if not isnan(value):
            out[partner] = float(value)
    return out


def _from_toml(path: Path, what: str) -> dict[str, float]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as refusal:
        raise FileError(path, f"cannot be read ({refusal.strerror}).") from None
    except UnicodeDecodeError:
        raise FileError(path, "is not UTF-8 text.", mend="Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as refusal:
        raise not_toml(path, refusal) from None
    table = raw.get(what)
    if not isinstance(table, dict):
        raise FileError(path, f"there is no table [{what}].", mend=f"Write [{what}], then KEN = 4.")
    out: dict[str, float] = {}
    for name, value in table.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            raise FileError(
                path,
                f"[{what}] {name} is {value!r}, not a number.",
                mend="Leave the partner out where nothing is known.",
            )
        partner = _resolve(path, name, None)
        if partner in out:
            raise FileError(path, f"[{what}] names {name!r} twice under two names.")
        out[partner] = float(value)
    return out


def _resolve(path: Path, name: str, line: int | None) -> str:
    try:
        return partner_book().resolve(name).id
    except ComityError as refusal:
        raise FileError(path, str(refusal), line=line) from None
