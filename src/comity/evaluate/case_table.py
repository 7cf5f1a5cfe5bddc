"""Cases from a user's table: names, calibrated conditions and an outcome."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from comity.methods.qca_cases import Cases
from comity.terms.errors import FileError, InputError, UnknownName
from comity.world.reading import MISSING, read_numbered

#: Columns that describe a row and are no conditions, unless they are asked for by name.
DESCRIBING = ("case", "phase", "start", "end", "break_reason", "coder", "note")

Rows = list[tuple[int, dict[str, str]]]


def read_cases(path: Path, outcome: str, conditions: Sequence[str] = ()) -> Cases:
    """Read calibrated cases.

    Parameters
    ----------
    path
        CSV file with a line for each case (or phase of a case). The names of the cases stand in a
        column without a heading, in one called ``case``, or in the first column if it holds text.
    outcome
        Column of the outcome; ``~`` before it asks for its absence.
    conditions
        Columns of the conditions; all others but the describing ones when left out.

    Returns
    -------
    Cases
        Phases of one case share a cluster.

    Raises
    ------
    FileError
        If a cell is no number from 0 to 1; names the line.
    UnknownName
        If a column is not there; suggests the nearest.
    """
    rows = read_numbered(path, required=())
    if not rows:
        raise FileError(path, "there are no cases below the heading.")
    columns = list(rows[0][1])
    other = next((sign for sign in ";\t|" if len(columns) == 1 and sign in columns[0]), "")
    if other:
        raise FileError(path, f"columns are separated by {other!r}.", line=1, mend="Use commas.")
    naming = _naming_column(rows, columns)
    bare = outcome.removeprefix("~").strip()
    free = [c for c in columns if c != naming and c.strip()]
    if bare not in free:
        raise UnknownName("outcome column", bare, free)
    chosen = tuple(conditions) or tuple(
        c for c in free if c != bare and c.lower() not in DESCRIBING
    )
    for name in chosen:
        if name not in free:
            raise UnknownName("condition", name, free)
    if bare in chosen:
        raise InputError(
            f"{bare!r} is the outcome and a condition; leave it out of the conditions."
        )
    if not chosen:
        raise FileError(path, "there is no column left to be a condition.", line=1)
    names, clusters = _names(rows, naming)
    cases = Cases(
        names=names,
        conditions=chosen,
        sets=np.column_stack([_memberships(path, rows, name) for name in chosen]),
        outcome=bare,
        member=_memberships(path, rows, bare),
        clusters=clusters,
    )
    return cases.negated() if outcome.startswith("~") else cases


def _naming_column(rows: Rows, columns: list[str]) -> str | None:
    for name in columns:
        if not name.strip() or name.lower() == "case":
            return name
    return columns[0] if not all(_is_number(row[columns[0]]) for _, row in rows) else None


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text.strip() in MISSING
    return True


def _names(rows: Rows, naming: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    phase = next((c for c in rows[0][1] if c.lower() == "phase"), None)
    clusters = tuple(
        row[naming].strip() if naming is not None else f"line {line}" for line, row in rows
    )
    if phase is None:
        return clusters, clusters
    names = (
        f"{case}, phase {row[phase].strip()}" for case, (_, row) in zip(clusters, rows, strict=True)
    )
    return tuple(names), clusters


def _memberships(
    path: Path, rows: Rows, column: str
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([membership(path, line, column, row[column]) for line, row in rows])


def membership(path: Path, line: int, column: str, text: str) -> float:
    """Read one membership.

    Raises
    ------
    FileError
        If it is no number from 0 to 1.
    """
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not 0 <= value <= 1:
        said = "is empty" if text.strip() in MISSING else f"says {text.strip()!r}"
        raise FileError(
            path,
            f"the column {column!r} {said}; expected 0, 1 or a membership between them.",
            line=line,
            mend="Calibrate the column, fill the gap from a source, or leave the case out.",
        )
    return value
