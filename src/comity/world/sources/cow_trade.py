"""Read the Correlates of War Project's imports and exports of states."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, locate
from comity.world.source import get_source
from comity.world.state_years import read_state_years

if TYPE_CHECKING:
    import pandas as pd

SERIES = {"imports": "cow_trade.imports", "exports": "cow_trade.exports"}


def parse(path: Path) -> "pd.DataFrame":
    """Total imports and exports of each state, millions of current US dollars.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, get_source("cow_trade").files)
    return read_state_years(file, SERIES, dict.fromkeys(SERIES, Cells(low=0)))
