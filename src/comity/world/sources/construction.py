"""Read US military construction spending by country and year, as compiled by Flynn and others."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, checked, locate
from comity.world.observations import (
    YEAR,
    keep_partners,
    observations,
    own_names,
    sum_by_partner,
)
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("builddata*.csv", "builddata*.csv.gz")
THOUSAND = 1000
PROVIDER = "USA"


def parse(path: Path) -> "pd.DataFrame":
    """Military construction in each country and fiscal year, in current US$.

    Parameters
    ----------
    path
        The table of locations, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the table, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    columns = ["countryname", "year", "location", "spend_construction"]
    frame = read_frame(file, required=columns)[columns]
    frame = checked(frame, {"year": YEAR, "spend_construction": Cells(empty=False)}, file)
    frame["dollars"] = frame["spend_construction"] * THOUSAND
    ids = partners().map_names(list(frame["countryname"]), own_names("construction"))
    kept, dropped = keep_partners(
        frame, ids, label="countryname", weigh="dollars", unit="current US$"
    )
    home = kept["partner"] == PROVIDER
    dropped.append(
        f"United States: {home.sum():,} rows, {kept.loc[home, 'dollars'].sum():,.0f} current US$."
    )
    long = sum_by_partner(kept[~home], {"dollars": "construction.spending"})
    return observations(long, file, "construction", dropped=dropped)
