"""Read ATOP, the Alliance Treaty Obligations and Provisions data: treaties with the United States."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sum_by_partner
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = (
    "atop_us_dyads*.csv",
    "atop_us_dyads*.csv.gz",
    "atop_alliance*.csv",
    "atop_alliance*.csv.gz",
)
SERIES = {
    "atop_defense": "atop.us_defense_pact",
    "atop_nonagg": "atop.us_nonaggression",
    "atop_consul": "atop.us_consultation",
}
UNITED_STATES = 2
FIRST = 1946


def parse(path: Path) -> "pd.DataFrame":
    """Obligations of the United States towards each partner, 1 where a treaty holds them.

    Parameters
    ----------
    path
        Directed dyad-years with ``ccode1``, ``ccode2`` and ``year``, plain or gzip, or the folder
        that holds them; pairs without the United States as the first state are passed over.

    Raises
    ------
    FileError
        If the file is not the publisher's, repeats a pair and year, or holds anything but 0 and 1.
    """
    file = locate(path, FILES)
    key = ("ccode1", "ccode2", "year")
    frame = read_frame(file, required=[*key, *SERIES], unique=key)[[*key, *SERIES]]
    # Nearly all pairs of the whole file are other states'; put them aside before the checks.
    frame = frame[frame["ccode1"] == str(UNITED_STATES)]
    code = Cells(1, 9999, whole=True, empty=False)
    flags = dict.fromkeys(SERIES, Cells(0, 1, whole=True, empty=False))
    frame = checked(frame, {"ccode2": code, "year": YEAR, **flags}, file)
    frame = frame[frame["year"] >= FIRST]
    ids = partners().map_codes("cow", list(frame["ccode2"]), list(frame["year"]))
    kept, dropped = keep_partners(frame, ids, label="ccode2")
    # Two codes may mean one partner in the year in which it changed codes.
    long = sum_by_partner(kept, SERIES)
    long["value"] = long["value"].clip(upper=1)
    return observations(long, file, "atop", dropped=dropped)
