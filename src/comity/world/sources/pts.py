"""Read the Political Terror Scale, a Latin-1 table with three scores a year."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import YEAR, Cells, checked, figures, locate
from comity.world.observations import own_names
from comity.world.partners import partners
from comity.world.sheets import read_table
from comity.world.source import get_source
from comity.world.state_years import keep_the_lasting

if TYPE_CHECKING:
    import pandas as pd

SERIES = {
    "PTS_A": "pts.amnesty",
    "PTS_H": "pts.human_rights_watch",
    "PTS_S": "pts.state_department",
}
CELLS = {"Year": YEAR} | dict.fromkeys(SERIES, Cells(1, 5))


def parse(path: Path) -> "pd.DataFrame":
    """Scores of 1 (secure) to 5 (terror) from three publishers' yearly reports.

    States are found by name: the file's codes are those of today's states and lack some. Places
    that the file scores beside the state they belong to (Gaza, Crimea, Israel's parts) are left
    out.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, get_source("pts").files)
    columns = ("Country", "Year", *SERIES)
    rows = read_table(file, columns, unique=("Country", "Year"), encoding="latin-1")
    rows = checked(rows, CELLS, file).rename(columns={"Year": "year", "Country": "place"})
    rows["partner"] = partners().map_names(rows["place"].tolist(), extra=own_names("pts"))
    # Every state has a row for every year since 1976; those without a score say nothing.
    scored = rows[rows[list(SERIES)].notna().any(axis=1)]
    kept, sentences = keep_the_lasting(scored, "place")
    answer = figures(kept, SERIES, path=file)
    answer.attrs["dropped"] += sentences
    return answer
