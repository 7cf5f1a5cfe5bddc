"""Tables with one row for each state and year, under Correlates of War or Polity codes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import FIRST_YEAR, YEAR, Cells, checked, figures, map_codes
from comity.world.sheets import blank, read_table

if TYPE_CHECKING:
    import pandas as pd


def read_state_years(
    file: Path,
    series: Mapping[str, str],
    cells: Mapping[str, Cells],
    *,
    system: str = "cow",
    missing: Sequence[str] = ("-9", "-8"),
    other_names: Mapping[str, str] | None = None,
) -> "pd.DataFrame":
    """Figures of a table whose rows are known by ``ccode`` and ``year``.

    Where a state changes codes within a year (Germany and Yemen in 1990, Serbia in 2006) both
    codes have a row; the row of the state that goes on is kept.

    Parameters
    ----------
    series
        Indicator of each column.
    cells
        What each of these columns may hold.
    system
        Whose codes they are: ``"cow"`` or ``"polity"``.
    missing
        The publisher's codes for missing.
    other_names
        As :func:`comity.world.sheets.read_table`.

    Raises
    ------
    FileError
        If the file is not the publisher's, a cell is not what it should hold, or a code has two
        rows for a year.
    """
    columns = ["ccode", "year", *series]
    rows = read_table(file, columns, unique=("ccode", "year"), other_names=other_names)
    rows = checked(blank(rows, list(series), missing), {"year": YEAR, **cells}, file)
    rows["partner"] = map_codes(rows, system, "ccode")
    rows["place"] = [f"code {str(code).removesuffix('.0')}" for code in rows["ccode"]]
    kept, sentences = keep_the_lasting(rows, "ccode")
    answer = figures(kept, series, path=file)
    answer.attrs["dropped"] += sentences
    return answer


def keep_the_lasting(rows: "pd.DataFrame", code: str) -> tuple["pd.DataFrame", list[str]]:
    """Keep one row for each partner and year: that of the code which lasts longer in the file.

    Returns
    -------
    frame, sentences
        The rows, and which were left out.
    """
    last = rows.groupby(code)["year"].transform("max")
    order = rows.assign(_last=last).sort_values("_last", kind="stable")
    extra = order[(order["partner"] != "") & order.duplicated(["partner", "year"], keep="last")]
    return rows.drop(index=extra.index), _said(extra[extra["year"] >= FIRST_YEAR])


def _said(extra: "pd.DataFrame") -> list[str]:
    """One sentence for each state that gave way to another."""
    sentences = []
    for (partner, place), years in extra.groupby(["partner", "place"])["year"]:
        first, last = years.min(), years.max()
        when = f"{first}" if first == last else f"{first}-{last}"
        sentences.append(f"{partner} {when}: two states of that time; {place} is left out.")
    return sentences
