"""Read National Material Capabilities of the Correlates of War Project."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, locate
from comity.world.source import get_source
from comity.world.state_years import read_state_years

if TYPE_CHECKING:
    import pandas as pd

SERIES = {
    "milex": "cow_nmc.military_spending",
    "milper": "cow_nmc.military_personnel",
    "irst": "cow_nmc.iron_steel",
    "pec": "cow_nmc.energy",
    "tpop": "cow_nmc.population",
    "upop": "cow_nmc.urban_population",
    "cinc": "cow_nmc.cinc",
}
CELLS = dict.fromkeys(SERIES, Cells(low=0)) | {"cinc": Cells(0, 1)}


def parse(path: Path) -> "pd.DataFrame":
    """Six capabilities of each state and their composite, in the publisher's units.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    return read_state_years(locate(path, get_source("cow_nmc").files), SERIES, CELLS)
