"""Read a long extract of the World Development Indicators: one row for a place, series and year."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, locate, map_codes, settled, zeros_unknown
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("wdi_extract_long*.csv.gz", "wdi_extract_long*.csv")
KEY = ("iso3", "var", "year")
SERIES = {
    "pop": ("wdi_extract.population", Cells(low=0)),
    "gdp": ("wdi_extract.gdp", Cells(low=0)),
    "income": ("wdi_extract.income", Cells(low=0)),
    "inf": ("wdi_extract.inflation", Cells(low=-100)),
    "unem": ("wdi_extract.unemployment", Cells(0, 100)),
    "remin": ("wdi_extract.remittances_received", Cells(low=0)),
    "remout": ("wdi_extract.remittances_paid", Cells(low=0)),
    "fdiin": ("wdi_extract.foreign_investment_in", Cells()),
    "fdiout": ("wdi_extract.foreign_investment_out", Cells()),
    "birth": ("wdi_extract.birth_rate", Cells(0, 100)),
    "depend": ("wdi_extract.dependency", Cells(0, 300)),
    "nmig": ("wdi_extract.net_migration", Cells()),
}
# A series of the Worldwide Governance Indicators, which have a reader of their own.
ELSEWHERE = "polstb"
# From 2005 on the extract says zero where nothing was reported (Somalia, Iran, Singapore).
ZERO_IS_UNKNOWN = ("wdi_extract.remittances_received", "wdi_extract.remittances_paid")


def parse(path: Path) -> "pd.DataFrame":
    """Population, output, prices, work, money flows and migration.

    Parameters
    ----------
    path
        The extract, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file has a series that Comity does not know, or a cell is not what it may hold.
    """
    import pandas as pd

    file = locate(path, FILES)
    rows = read_frame(file, required=[*KEY, "value"], unique=KEY)
    rows = rows[rows["var"] != ELSEWHERE]
    strange = rows[~rows["var"].isin(list(SERIES))]
    if not strange.empty:
        raise FileError(
            file,
            f"the column 'var' says {strange['var'].iloc[0]!r}; expected one of {', '.join(SERIES)}.",
            line=int(strange.index[0]),
        )
    parts = [
        checked(rows[rows["var"] == name], {"year": YEAR, "value": cells}, file)
        for name, (_, cells) in SERIES.items()
    ]
    stacked = pd.concat(parts).rename(columns={"iso3": "place"})
    stacked["partner"] = map_codes(stacked, "iso3", "place")
    stacked["indicator"] = stacked["var"].map({name: own for name, (own, _) in SERIES.items()})
    answer = settled(stacked.assign(error=float("nan")), path=file)
    for indicator in ZERO_IS_UNKNOWN:
        answer = zeros_unknown(answer, indicator)
    return answer
