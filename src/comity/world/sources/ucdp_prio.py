"""Read the UCDP/PRIO list of armed conflicts: one row for a conflict and year."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import YEAR, Cells, checked, figures, locate, map_codes
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("UcdpPrioConflict*.csv.gz", "UcdpPrioConflict*.csv")
KEY = ("conflict_id", "year")
COLUMNS = (*KEY, "location", "gwno_loc", "intensity_level", "type_of_conflict")
CELLS = {
    "year": YEAR,
    "intensity_level": Cells(1, 2, whole=True, empty=False),
    "type_of_conflict": Cells(1, 4, whole=True, empty=False),
}
# Within one state: without and with foreign troops on a side.
INTRASTATE = (3, 4)


def parse(path: Path) -> "pd.DataFrame":
    """Conflicts in each country and year: whether there was one inside it, how many, how intense.

    A country without a row had no conflict of 25 deaths; the panel fills the zeros in.

    Parameters
    ----------
    path
        The conflict list, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    rows = read_frame(file, required=COLUMNS, unique=KEY, keep=COLUMNS)
    rows = checked(rows, CELLS, file)
    # A conflict over the border of two states lists both: one row for each.
    rows["code"] = rows["gwno_loc"].str.split(",")
    rows = rows.explode("code")
    rows["partner"] = map_codes(rows, "gw", "code")
    rows["inside"] = rows["type_of_conflict"].isin(INTRASTATE).astype(float)
    named = rows["location"].where(rows["partner"] == "", "")
    by_year = rows.assign(place=named).groupby(["partner", "year", "place"], as_index=False)
    found = by_year.agg(
        inside=("inside", "max"),
        conflicts=("conflict_id", "nunique"),
        intensity=("intensity_level", "max"),
    )
    series = {
        "inside": "ucdp_prio.intrastate_conflict",
        "conflicts": "ucdp_prio.active_conflicts",
        "intensity": "ucdp_prio.intensity",
    }
    return figures(found, series, path=file)
