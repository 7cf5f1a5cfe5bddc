"""Read ForeignAssistance.gov's country summary: all US assistance by partner and fiscal year."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sum_by_partner
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("us_foreign_aid_country*.csv", "us_foreign_aid_country*.csv.gz")
COLUMNS = {
    "Country Code": "code",
    "Country Name": "country",
    "Transaction Type Name": "kind",
    "Fiscal Year": "year",
    "current_amount": "current",
    "constant_amount": "constant",
}
KINDS = {"Obligations": "obligations_total", "Disbursements": "disbursements_total"}
BASE_YEAR = 2024


def parse(path: Path) -> "pd.DataFrame":
    """Obligations and disbursements of all assistance, in constant 2024 and in current US$.

    The newest fiscal year is left out: it is not complete when the file is published. The
    transition quarter of 1976 ("1976tq") is added to fiscal year 1976.

    Parameters
    ----------
    path
        The file, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the publisher's, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    frame = read_frame(file, required=list(COLUMNS))[list(COLUMNS)].rename(columns=COLUMNS)
    frame["year"] = frame["year"].str.replace(r"(?i)^1976tq$", "1976", regex=True)
    money = {"current": Cells(empty=False), "constant": Cells()}
    frame = checked(frame, {"year": YEAR, **money}, file)
    other = frame[~frame["kind"].isin(KINDS)]
    spoken = frame[frame["kind"].isin(KINDS)]
    newest = int(spoken["year"].max()) if len(spoken) else 0
    full = spoken[spoken["year"] < newest]
    kept, dropped = keep_partners(
        full, partner_ids(full), label="country", weigh="current", unit="current US$"
    )
    dropped.append(f"Fiscal year {newest}: {len(spoken) - len(full):,} rows of an unfinished year.")
    dropped.append(f"{len(other):,} rows of requests and appropriations.")
    figures, remarks = _figures(kept)
    return observations(figures, file, "foreignassistance", dropped=[*dropped, *remarks])


def partner_ids(frame: "pd.DataFrame") -> list[str]:
    """Partner of each row by its ``country``, else by its ``code``, which regions have too."""
    book = partners()
    names = book.map_names(list(frame["country"]))
    codes = book.map_codes("iso3", list(frame["code"]))
    return [name or code for name, code in zip(names, codes, strict=True)]


def _figures(kept: "pd.DataFrame") -> tuple["pd.DataFrame", list[str]]:
    import pandas as pd

    parts, remarks = [], []
    for kind, rows in kept.groupby("kind"):
        name = f"foreignassistance.{KINDS[str(kind)]}"
        series = {"current": f"{name}_current"}
        base = rows[rows["year"] == BASE_YEAR]
        if (base["current"] == base["constant"]).all() and len(base):
            series["constant"] = name
        else:
            remarks.append(f"{name}: the constant dollars are not those of {BASE_YEAR}; left out.")
        parts.append(sum_by_partner(rows, series))
    if not parts:
        return kept, remarks
    return pd.concat(parts, ignore_index=True), remarks
