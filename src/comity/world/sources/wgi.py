"""Read the Worldwide Governance Indicators workbook (long layout, one sheet)."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, locate, map_codes, settled
from comity.world.reading import read_frame, refuse_duplicates
from comity.world.workbook import find_header, read_sheets

if TYPE_CHECKING:
    import pandas as pd

FILES = ("wgidataset*.xlsx", "wgidataset*.csv", "wgidataset*.csv.gz")
REQUIRED = ("code", "countryname", "year", "indicator", "estimate", "stddev")
CELLS = {"year": YEAR, "estimate": Cells(-5, 5), "stddev": Cells(0, 5)}
DIMENSIONS = {
    "va": "wgi.voice_accountability",
    "pv": "wgi.political_stability",
    "ge": "wgi.government_effectiveness",
    "rq": "wgi.regulatory_quality",
    "rl": "wgi.rule_of_law",
    "cc": "wgi.control_of_corruption",
}


def parse(path: Path) -> "pd.DataFrame":
    """Six dimensions of governance with their standard errors, from 1996 on.

    Parameters
    ----------
    path
        The workbook, the same sheet saved as CSV, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    rows = (
        _workbook(file) if file.suffix.lower() == ".xlsx" else read_frame(file, required=REQUIRED)
    )
    rows = checked(rows[list(REQUIRED)], CELLS, file)
    _refuse_unknown(rows, file)
    refuse_duplicates(rows, ("code", "year", "indicator"), file)
    rows = rows.rename(columns={"countryname": "place", "estimate": "value", "stddev": "error"})
    rows["partner"] = map_codes(rows, "wb", "code")
    rows["indicator"] = rows["indicator"].map(DIMENSIONS)
    return settled(rows, path=file)


def _workbook(file: Path) -> "pd.DataFrame":
    """First sheet as a frame whose index is the row in the sheet."""
    import pandas as pd

    title, rows = next(read_sheets(file), ("", []))
    top = find_header(file, title, rows, REQUIRED)
    frame = pd.DataFrame(rows[top + 1 :], columns=list(rows[top]), dtype=object)
    frame.index = pd.RangeIndex(top + 2, top + 2 + len(frame), name="line")
    return frame.dropna(how="all")


def _refuse_unknown(rows: "pd.DataFrame", file: Path) -> None:
    strange = rows[~rows["indicator"].isin(list(DIMENSIONS))]
    if not strange.empty:
        raise FileError(
            file,
            f"the column 'indicator' says {strange['indicator'].iloc[0]!r};"
            f" expected one of {', '.join(DIMENSIONS)}.",
            line=int(strange.index[0]),
        )
