"""Read the State Fragility Index and Matrix, as CSV or as the publisher's workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, figures, locate
from comity.world.observations import sidecar
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

SERIES = {
    "sfi": "sfi.total",
    "effect": "sfi.effectiveness",
    "legit": "sfi.legitimacy",
    "seceff": "sfi.security_effectiveness",
    "secleg": "sfi.security_legitimacy",
    "poleff": "sfi.political_effectiveness",
    "polleg": "sfi.political_legitimacy",
    "ecoeff": "sfi.economic_effectiveness",
    "ecoleg": "sfi.economic_legitimacy",
    "soceff": "sfi.social_effectiveness",
    "socleg": "sfi.social_legitimacy",
}
SUMS = {
    "sfi": ("effect", "legit"),
    "effect": ("seceff", "poleff", "ecoeff", "soceff"),
    "legit": ("secleg", "polleg", "ecoleg", "socleg"),
}
HIGHEST = {"sfi": 25, "effect": 13, "legit": 12, "ecoeff": 4}
CELLS = {name: Cells(0, HIGHEST.get(name, 3), whole=True, empty=False) for name in SERIES}


def parse(path: Path) -> "pd.DataFrame":
    """The index, its two halves and eight components, 1995 to 2018.

    The Center for Systemic Peace's letter codes are tied to partners by ``sfi.scodes.csv``.

    Raises
    ------
    FileError
        If the file is not the publisher's, a code is unknown, a score is out of its range, or
        scores do not add up.
    """
    file = locate(path, get_source("sfi").files)
    columns = ("scode", "country", "year", *SERIES)
    rows = read_table(file, columns, unique=("scode", "year"))
    rows = checked(rows, {"year": YEAR} | CELLS, file)
    _refuse_wrong_sums(rows, file)
    rows["partner"] = rows["scode"].map(
        {r["scode"]: r["partner"] for r in sidecar("sfi", "scodes")}
    )
    unknown = rows[rows["partner"].isna()]
    if not unknown.empty:
        raise FileError(
            file,
            f"the code {unknown['scode'].iloc[0]!r} ({unknown['country'].iloc[0]}) is not known.",
            line=int(unknown.index[0]),
        )
    rows["place"] = rows["country"]
    return figures(rows, SERIES, path=file)


def _refuse_wrong_sums(rows: "pd.DataFrame", file: Path) -> None:
    for total, parts in SUMS.items():
        wrong = rows[rows[total] != rows[list(parts)].sum(axis=1)]
        if not wrong.empty:
            raise FileError(
                file,
                f"{total!r} is {wrong[total].iloc[0]}, but {' + '.join(parts)} make"
                f" {wrong[list(parts)].iloc[0].sum()}.",
                line=int(wrong.index[0]),
                mend="Use the publisher's file unchanged.",
            )
