"""Count militarised interstate disputes by state and year, from directed dyad-disputes."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.counting import count_distinct
from comity.world.edge import YEAR, Cells, checked, locate, map_codes, settled
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("dispnum", "ccode1", "ccode2", "year", "hostlev1")
UNITED_STATES = 2
USED_FORCE = 4  # 4 is use of force, 5 is war


def parse(path: Path) -> "pd.DataFrame":
    """Disputes of each state in each year: all, against the United States, and with own force.

    A state without a row had no dispute; the panel fills the zeros in.

    Raises
    ------
    FileError
        If the file is not the table of directed dyad-disputes, or repeats a dyad-dispute-year.
    """
    import pandas as pd

    file = locate(path, get_source("cow_mid").files)
    rows = read_table(file, COLUMNS, unique=("dispnum", "ccode1", "ccode2", "year"))
    codes = Cells(1, 999, whole=True, empty=False)
    cells = {"year": YEAR, "ccode2": codes, "hostlev1": Cells(1, 5, whole=True, empty=False)}
    rows = checked(rows, cells, file)
    rows["partner"] = map_codes(rows, "cow", "ccode1")
    rows["place"] = "code " + rows["ccode1"].astype(str)
    counted = [
        count_distinct(chosen, "dispnum", indicator)
        for indicator, chosen in (
            ("cow_mid.disputes", rows),
            ("cow_mid.disputes_with_usa", rows[rows["ccode2"] == UNITED_STATES]),
            ("cow_mid.disputes_with_force", rows[rows["hostlev1"] >= USED_FORCE]),
        )
    ]
    return settled(pd.concat(counted, ignore_index=True), path=file)
