"""Read Polity5: regime scores by state and year, under the Polity project's own codes."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, locate
from comity.world.source import get_source
from comity.world.state_years import read_state_years

if TYPE_CHECKING:
    import pandas as pd

SERIES = {
    "polity2": "polity5.polity2",
    "democ": "polity5.democracy",
    "autoc": "polity5.autocracy",
    "durable": "polity5.durability",
    "xconst": "polity5.executive_constraints",
    "polcomp": "polity5.political_competition",
}
CELLS = {
    "polity2": Cells(-10, 10),
    "democ": Cells(0, 10),
    "autoc": Cells(0, 10),
    "durable": Cells(0, 500),
    "xconst": Cells(0, 7),
    "polcomp": Cells(0, 10),
}
# Foreign rule, collapse of the state, transition.
SPECIAL = ("-66", "-77", "-88")
OTHER_NAMES = {"polity_annual_ccode": "ccode"}


def parse(path: Path) -> "pd.DataFrame":
    """Democracy, autocracy and their parts; years of foreign rule, collapse, transition are empty.

    The publisher's ``polity2`` alone fills such years: collapse as 0, transition by interpolation.

    Parameters
    ----------
    path
        The publisher's workbook, the table as CSV, or the folder that holds either.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, get_source("polity5").files)
    return read_state_years(
        file, SERIES, CELLS, system="polity", missing=SPECIAL, other_names=OTHER_NAMES
    )
