"""Read the Corruption Perceptions Index as Our World in Data exports it."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import YEAR, Cells, checked, figures, locate, map_codes
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

SCORE = "Corruption Perceptions Index"
# Names that other exports of the same chart give the columns.
OTHER_NAMES = {
    "entity": "Entity",
    "code": "Code",
    "year": "Year",
    "cpi_score": SCORE,
    "Corruption Perception Index": SCORE,
}


def parse(path: Path) -> "pd.DataFrame":
    """Scores from 2012 on, 0 to 100; rows of regions have no code and are left out.

    Raises
    ------
    FileError
        If the file is not the export, or a cell is not what its column may hold.
    """
    file = locate(path, get_source("cpi").files)
    columns = ("Entity", "Code", "Year", SCORE)
    rows = read_table(file, columns, unique=("Entity", "Year"), other_names=OTHER_NAMES)
    rows = checked(rows, {"Year": YEAR, SCORE: Cells(0, 100)}, file)
    rows = rows.rename(columns={"Year": "year", "Entity": "place"})
    rows["partner"] = map_codes(rows, "iso3", "Code")
    return figures(rows, {SCORE: "cpi.score"}, path=file)
