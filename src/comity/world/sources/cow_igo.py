"""Read counts of each state's seats in intergovernmental organisations."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, locate
from comity.world.source import get_source
from comity.world.state_years import read_state_years

if TYPE_CHECKING:
    import pandas as pd

SERIES = {
    "sum_igo_full": "cow_igo.full_memberships",
    "sum_igo_associate": "cow_igo.associate_memberships",
    "sum_igo_observer": "cow_igo.observer_seats",
    "sum_igo_anytype": "cow_igo.all_memberships",
}


def parse(path: Path) -> "pd.DataFrame":
    """Full, associate and observer seats by state and year.

    Raises
    ------
    FileError
        If the file is not the table of counts, or a cell is not what its column may hold.
    """
    file = locate(path, get_source("cow_igo").files)
    return read_state_years(file, SERIES, dict.fromkeys(SERIES, Cells(0, 1000)))
