"""Read the UCDP country-year data set on organised violence within country borders."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import YEAR, Cells, checked, figures, locate, map_codes
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("organizedviolencecy*.csv.gz", "organizedviolencecy*.csv")
KEY = ("country_id_cy", "year_cy")
COUNT = Cells(low=0, whole=True, empty=False)
FLAG = Cells(0, 1, whole=True, empty=False)
SERIES = {
    "sb_exist_cy": ("state_based_conflict", FLAG),
    "sb_dyad_count_cy": ("state_based_dyads", COUNT),
    "sb_total_deaths_best_cy": ("state_based_deaths", COUNT),
    "ns_exist_cy": ("non_state_conflict", FLAG),
    "ns_dyad_count_cy": ("non_state_dyads", COUNT),
    "ns_total_deaths_best_cy": ("non_state_deaths", COUNT),
    "os_exist_cy": ("one_sided_violence", FLAG),
    "os_total_deaths_best_cy": ("one_sided_deaths", COUNT),
    "os_main_govt_killings_best_cy": ("one_sided_government_deaths", COUNT),
}


def parse(path: Path) -> "pd.DataFrame":
    """Deaths and conflicts on each state's territory; zeros are the publisher's own.

    The file has a row for each year of each state that UCDP knows, so that a state without a row
    is unknown and not at peace.

    Parameters
    ----------
    path
        The country-year file, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    columns = [*KEY, "country_cy", *SERIES]
    rows = read_frame(file, required=columns, unique=KEY, keep=columns)
    cells = {name: cells for name, (_, cells) in SERIES.items()}
    rows = checked(rows, {"year_cy": YEAR} | cells, file)
    frame = rows.rename(columns={"country_cy": "place", "year_cy": "year"})
    frame["partner"] = map_codes(frame, "gw", "country_id_cy")
    return figures(frame, {name: f"ucdp.{own}" for name, (own, _) in SERIES.items()}, path=file)
