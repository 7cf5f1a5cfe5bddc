"""Count coups, attempts and conspiracies by state and year, from the Cline Center's events."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.counting import count_distinct
from comity.world.edge import YEAR, Cells, checked, locate, map_codes, settled
from comity.world.partners import partners
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

KINDS = {
    "realized": "coups.successful",
    "attempt": "coups.attempted",
    "conspiracy": "coups.conspiracies",
}
COLUMNS = ("coup_id", "cowcode", "country", "year", *KINDS)
FLAG = Cells(0, 1, whole=True, empty=False)


def parse(path: Path) -> "pd.DataFrame":
    """Events of each kind by state and year.

    A state without an event had none; the panel fills the zeros in. The file gives a few events
    a code that no state had in that year; those are placed by the country's name.

    Raises
    ------
    FileError
        If the file is not the publisher's, repeats an event, or an event has no kind.
    """
    import pandas as pd

    file = locate(path, get_source("coups").files)
    rows = read_table(file, COLUMNS, unique=("coup_id",))
    rows = checked(rows, {"year": YEAR} | dict.fromkeys(KINDS, FLAG), file)
    rows["by code"] = map_codes(rows, "cow", "cowcode")
    rows["by name"] = partners().map_names(rows["country"].tolist())
    rows["partner"] = rows["by code"].where(rows["by code"] != "", rows["by name"])
    rows["place"] = rows["country"]
    counted = [count_distinct(rows[rows[k] == 1], "coup_id", KINDS[k]) for k in KINDS]
    counted.append(count_distinct(rows, "coup_id", "coups.all"))
    answer = settled(pd.concat(counted, ignore_index=True), path=file)
    named = rows[(rows["by code"] == "") & (rows["by name"] != "")]
    answer.attrs["dropped"] += [
        f"{row.country} {row.year}: code {row.cowcode} was no state; placed by its name."
        for row in named.itertuples()
    ]
    return answer
