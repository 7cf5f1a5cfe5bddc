"""The edge of Comity: find a publisher's file, check its cells, tie its rows to partners.

A reader of one publisher names the columns and what they may hold; everything that a stranger's
file can get wrong is answered here with the file, the line and what was expected. Whatever is
left out on the way becomes a sentence in ``frame.attrs["dropped"]``.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.partners import partners
from comity.world.reading import MISSING

if TYPE_CHECKING:
    import pandas as pd

# Figures start five years before the panel, so that its first years can look back.
FIRST_YEAR = 1985
_first = ContextVar("first year that readers keep", default=FIRST_YEAR)
_only: ContextVar[frozenset[str]] = ContextVar("partners that readers keep", default=frozenset())
_SHOWN = 6
_LARGEST = 1e300  # anything above is infinity in a file that should hold figures


@contextmanager
def reading_from(year: int, only: Iterable[str] = ()) -> Iterator[None]:
    """Let readers keep figures from an earlier year on, of some partners only.

    Before 1976 some publishers score two states where Comity has one partner (Vietnam), so whoever
    looks that far back says whom it is about.
    """
    first, partners_kept = _first.set(year), _only.set(frozenset(only))
    try:
        yield
    finally:
        _first.reset(first)
        _only.reset(partners_kept)


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells of one column may hold.

    Parameters
    ----------
    low, high
        Smallest and largest figure that the publisher's scale allows.
    whole
        Whether every figure is a whole number.
    empty
        Whether a cell may be empty or say that nothing is known.
    """

    low: float = -_LARGEST
    high: float = _LARGEST
    whole: bool = False
    empty: bool = True

    def describe(self) -> str:
        """Say in a few words what was expected."""
        kind = "a whole number" if self.whole else "a number"
        if self.high < _LARGEST:
            kind += f" from {self.low:g} to {self.high:g}"
        elif self.low > -_LARGEST:
            kind += f" of {self.low:g} or more"
        return kind + (" or an empty cell" if self.empty else "")


YEAR = Cells(low=1700, high=2100, whole=True, empty=False)


def locate(path: Path, patterns: Iterable[str]) -> Path:
    """Find the one file that a reader needs: ``path`` itself, or the file in the folder ``path``.

    Patterns are tried in turn, without regard to case; the last by name wins where one pattern
    fits several files, because publishers number their editions.

    Raises
    ------
    FileError
        If a folder holds no such file, or there is nothing at ``path``.
    """
    found = locate_all(path, patterns)
    return found[-1]


def locate_all(path: Path, patterns: Iterable[str]) -> list[Path]:
    """Find every file of the first pattern that fits any, sorted by name; see :func:`locate`."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise FileError(path, "there is no such file or folder.")
    wanted = list(patterns)
    entries = sorted(entry for entry in path.iterdir() if entry.is_file())
    for pattern in wanted:
        fits = [entry for entry in entries if fnmatch(entry.name.lower(), pattern.lower())]
        if fits:
            return fits
    raise FileError(
        path,
        f"the folder holds no file named like {' or '.join(map(repr, wanted))}.",
        mend="Give the publisher's file, or the folder that holds it.",
    )


def checked(frame: "pd.DataFrame", columns: Mapping[str, Cells], path: Path) -> "pd.DataFrame":
    """Turn columns of text into numbers, refusing the first cell that is not what it should be.

    Parameters
    ----------
    frame
        As :func:`comity.world.reading.read_frame` gives it: the index is the line in the file.
    columns
        What each column to be turned into numbers may hold; other columns stay text.
    path
        The file, for the error.

    Raises
    ------
    FileError
        Names the line, the column, the cell and what was expected.
    """
    import pandera.pandas as pa
    from pandera.errors import SchemaErrors

    whole = pa.Check(lambda column: column % 1 == 0)
    schema = pa.DataFrameSchema(
        {
            name: pa.Column(
                float,
                [pa.Check.in_range(cells.low, cells.high), *([whole] if cells.whole else [])],
                nullable=cells.empty,
                coerce=True,
            )
            for name, cells in columns.items()
        }
    )
    text = frame.copy()
    for name in columns:
        cells_of = text[name]
        if cells_of.dtype.kind not in "iufb":
            cells_of = cells_of.where(~cells_of.isin(MISSING), None)
        text[name] = cells_of
    try:
        valid: pd.DataFrame = schema.validate(text, lazy=True)
    except SchemaErrors as problem:
        raise _refusal(frame, problem.failure_cases, columns, path) from None
    counts = [name for name, cells in columns.items() if cells.whole and not cells.empty]
    return valid.astype(dict.fromkeys(counts, "int64"))


def _refusal(
    frame: "pd.DataFrame", failures: "pd.DataFrame", columns: Mapping[str, Cells], path: Path
) -> FileError:
    """Answer with the first cell that failed, as the file has it."""
    first = failures.dropna(subset=["index"]).sort_values("index", kind="stable").iloc[0]
    column, line = str(first["column"]), int(first["index"])
    cell = frame[column][frame.index == line].iloc[0]
    cell = cell.item() if hasattr(cell, "item") else cell
    empty = cell is None or cell != cell or cell in MISSING
    return FileError(
        path,
        f"the column {column!r} {'is empty' if empty else f'says {cell!r}'};"
        f" expected {columns[column].describe()}.",
        line=line,
        mend="Use the publisher's file unchanged.",
    )


def map_codes(frame: "pd.DataFrame", system: str, code: str, year: str = "year") -> list[str]:
    """Partner of each row by a publisher's code in the year of the row; empty where none."""
    return partners().map_codes(system, frame[code].tolist(), frame[year].tolist())


def figures(
    frame: "pd.DataFrame",
    series: Mapping[str, str],
    *,
    path: Path,
    errors: Mapping[str, str] | None = None,
) -> "pd.DataFrame":
    """Stack a publisher's columns into one row for each partner, indicator and year.

    Parameters
    ----------
    frame
        Has the columns ``partner`` (empty where Comity knows none), ``year``, ``place`` (the
        publisher's name or code, for the report of what was dropped) and those of ``series``.
    series
        Indicator id of each column with figures.
    path
        The file, for the error.
    errors
        Column with the standard errors of each column with figures that has them.

    Returns
    -------
    pandas.DataFrame
        As :func:`settled` gives it.
    """
    import numpy as np
    import pandas as pd

    parts = [
        frame[["partner", "place", "year"]].assign(
            indicator=indicator,
            value=frame[column],
            error=frame[errors[column]] if errors and column in errors else np.nan,
        )
        for column, indicator in series.items()
    ]
    return settled(pd.concat(parts), path=path)


def settled(stacked: "pd.DataFrame", *, path: Path) -> "pd.DataFrame":
    """Leave out what is empty, too early or of no partner, and say how much that was.

    Parameters
    ----------
    stacked
        Columns partner, place, indicator, year, value, error; one figure in each row.
    path
        The file, for the error.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error, from 1985 on unless
        :func:`reading_from` says otherwise, with no empty value.
        ``attrs["dropped"]`` says in sentences which places were left out.

    Raises
    ------
    FileError
        If two rows speak of the same partner, indicator and year.
    """
    here = stacked[(stacked["year"] >= _first.get()) & stacked["value"].notna()]
    known = here[here["partner"] != ""]
    if only := _only.get():
        known = known[known["partner"].isin(only)]
    _refuse_two(known, path)
    answer = known[["partner", "indicator", "year", "value", "error"]]
    answer = answer.astype({"partner": str, "year": "int64", "value": float, "error": float})
    answer = answer.sort_values(["indicator", "partner", "year"], ignore_index=True)
    answer.attrs["dropped"] = unplaced(here.loc[here["partner"] == "", "place"])
    return answer


def zeros_unknown(frame: "pd.DataFrame", indicator: str) -> "pd.DataFrame":
    """Leave out the zeros of a series in which zero stands for nothing known, and say so."""
    zero = (frame["indicator"] == indicator) & (frame["value"] == 0)
    answer = frame[~zero].reset_index(drop=True)
    answer.attrs["dropped"] = list(frame.attrs["dropped"])
    if zero.any():
        counts = frame.loc[zero, "partner"].value_counts()
        sentence = f"Read {count(int(zero.sum()), 'zero')} of {indicator} as unknown"
        shown = ", ".join(str(partner) for partner in counts.index[:_SHOWN])
        more = f" and {len(counts) - _SHOWN} more" if len(counts) > _SHOWN else ""
        answer.attrs["dropped"].append(f"{sentence}: {shown}{more}.")
    return answer


def count(number: int, word: str) -> str:
    """Say how many, with the plural where it belongs."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def unplaced(places: "pd.Series[str]") -> list[str]:
    """Say how many figures belong to a place that is no partner, and which places those are."""
    if places.empty:
        return []
    counts = places.astype(str).value_counts(sort=True)
    shown = ", ".join(f"{name} ({count})" for name, count in counts.head(_SHOWN).items())
    more = f" and {len(counts) - _SHOWN} more" if len(counts) > _SHOWN else ""
    lost = count(len(places), "figure")
    of = count(len(counts), "place")
    return [
        f"Left out {lost} from {_first.get()} on, of {of} that Comity has no partner for: {shown}{more}."
    ]


def _refuse_two(stacked: "pd.DataFrame", path: Path) -> None:
    """Refuse two figures for one partner, indicator and year, with their lines where known."""
    key = ["partner", "indicator", "year"]
    twice = stacked[stacked.duplicated(key, keep=False)]
    if twice.empty:
        return
    first = twice.iloc[0]
    same = twice[(twice[key] == first[key]).all(axis=1)]
    places = " and ".join(
        f"{place!r} on line {line}" if stacked.index.name == "line" else repr(place)
        for line, place in same["place"].head(2).items()
    )
    raise FileError(
        path,
        f"two figures of {first['indicator']} for {first['partner']} in {first['year']}: {places}.",
        mend="One is expected for each partner and year; use the publisher's file unchanged.",
    )
