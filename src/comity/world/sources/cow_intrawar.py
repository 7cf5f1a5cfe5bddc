"""Count wars within states by year, from the Correlates of War list of participants."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.counting import count_distinct
from comity.world.edge import YEAR, Cells, checked, locate, settled
from comity.world.partners import partners
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("warnum", "year", "cowintraonset", "primary_state", "ccodea", "ccodeb")
REBELS = ("-8", "-9")  # what stands where a side is no state
FLAG = Cells(0, 1, whole=True, empty=False)


def parse(path: Path) -> "pd.DataFrame":
    """Wars in which a state's government is the main party, their onsets, and wars of others.

    A state without a row had no such war; the panel fills the zeros in.

    Raises
    ------
    FileError
        If the file is not the list of participants by year.
    """
    import pandas as pd

    file = locate(path, get_source("cow_intrawar").files)
    rows = read_table(file, COLUMNS)
    rows = checked(rows, {"year": YEAR, "cowintraonset": FLAG, "primary_state": FLAG}, file)
    own = rows["primary_state"] == 1
    began = own & (rows["cowintraonset"] == 1)
    abroad = pd.concat([_placed(rows[~own], side) for side in ("ccodea", "ccodeb")])
    counted = [
        count_distinct(_placed(rows[own], "ccodea"), "warnum", "cow_intrawar.wars"),
        count_distinct(_placed(rows[began], "ccodea"), "warnum", "cow_intrawar.onsets"),
        count_distinct(abroad, "warnum", "cow_intrawar.interventions"),
    ]
    return settled(pd.concat(counted, ignore_index=True), path=file)


def _placed(rows: "pd.DataFrame", side: str) -> "pd.DataFrame":
    """Rows whose ``side`` is a state, with the partner."""
    code = rows[side].astype(str).str.removesuffix(".0")
    states = rows[~code.isin([*REBELS, ""])]
    ids = partners().map_codes("cow", states[side].tolist(), states["year"].tolist())
    return states.assign(partner=ids, place="code " + states[side].astype(str))
