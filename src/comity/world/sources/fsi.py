"""Read the Fragile States Index in long layout: one row for each state, year and score."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, locate, map_codes, settled
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

SCORES = {
    "C1": "fsi.security_apparatus",
    "C2": "fsi.factionalized_elites",
    "C3": "fsi.group_grievance",
    "E1": "fsi.economy",
    "E2": "fsi.economic_inequality",
    "E3": "fsi.human_flight",
    "P1": "fsi.state_legitimacy",
    "P2": "fsi.public_services",
    "P3": "fsi.human_rights",
    "S1": "fsi.demographic_pressures",
    "S2": "fsi.refugees_idps",
    "X1": "fsi.external_intervention",
}
COLUMNS = ("iso3", "year", "rank", "total", "code", "indicator", "value")
CELLS = {"year": YEAR, "rank": Cells(1, 300), "total": Cells(0, 120), "value": Cells(0, 10)}
CHANGE = "Change from Previous Year"


def parse(path: Path) -> "pd.DataFrame":
    """Twelve scores, their total and the rank, from 2006 on.

    The rows "Change from Previous Year" of the 2019 and 2020 editions are no score and are left
    out.

    Raises
    ------
    FileError
        If the file is not the long table, a score is unknown or out of its range, or a state has
        two totals for one year.
    """
    import pandas as pd

    file = locate(path, get_source("fsi").files)
    rows = read_table(file, COLUMNS)
    change = rows["code"] == CHANGE
    rows = rows[~change]
    _refuse_unknown(rows, file)
    rows = checked(rows, CELLS, file)
    rows["partner"] = map_codes(rows, "iso3", "iso3")
    rows["place"] = rows["iso3"]
    rows["error"] = float("nan")
    once = rows.drop_duplicates(["iso3", "year", "total", "rank"])
    answer = settled(
        pd.concat(
            [
                rows.assign(indicator=rows["code"].map(SCORES)),
                once.assign(indicator="fsi.total", value=once["total"]),
                once.assign(indicator="fsi.rank", value=once["rank"]),
            ]
        ),
        path=file,
    )
    if change.any():
        answer.attrs["dropped"].append(f"{int(change.sum())} rows {CHANGE!r} are no score.")
    return answer


def _refuse_unknown(rows: "pd.DataFrame", file: Path) -> None:
    strange = rows[~rows["code"].isin(list(SCORES))]
    if not strange.empty:
        raise FileError(
            file,
            f"the column 'code' says {strange['code'].iloc[0]!r};"
            f" expected one of {', '.join(SCORES)}.",
            line=int(strange.index[0]),
        )
