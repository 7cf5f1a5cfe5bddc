"""Read Freedom in the World: ratings since 1972, and sub-scores since 2012."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import YEAR, Cells, checked, figures
from comity.world.observations import own_names, sidecar
from comity.world.partners import partners
from comity.world.raw_files import find_files
from comity.world.sheets import read_table
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

RATINGS = {
    "pr": "freedom_house.political_rights",
    "cl": "freedom_house.civil_liberties",
    "status": "freedom_house.status",
}
STATUS = {"F": "1", "PF": "2", "NF": "3"}
RATING_CELLS = {"pr": Cells(1, 7), "cl": Cells(1, 7), "status": Cells(1, 3)}
# What the publisher's workbook calls the columns of the table of sub-scores.
WORKBOOK_NAMES = {
    "Country/Territory": "fh_full_country",
    "C/T": "country_or_territory",
    "Edition": "edition",
    "Status": "status",
    "PR rating": "pr",
    "CL rating": "cl",
    "PR": "pr_full",
    "CL": "cl_full",
    "Total": "total",
}


def parse(path: Path) -> "pd.DataFrame":
    """Ratings of political rights and civil liberties, and the scores that they rest on.

    Parameters
    ----------
    path
        The table of ratings, the table of sub-scores, the publisher's workbook of all data, or a
        folder. Of a folder with both tables the ratings come from the longer one.

    Raises
    ------
    FileError
        If a file is not the publisher's, or a cell is not what its column may hold.
    """
    import pandas as pd

    files = [path] if path.is_file() else _in_folder(path)
    tables = [_read(file) for file in files]
    stacked = pd.concat(tables, ignore_index=True)
    kept = stacked.drop_duplicates(["partner", "indicator", "year"])
    kept = kept.sort_values(["indicator", "partner", "year"], ignore_index=True)
    kept.attrs["dropped"] = [said for table in tables for said in table.attrs["dropped"]]
    return kept


def _in_folder(folder: Path) -> list[Path]:
    found = find_files(
        sorted(p for p in folder.glob("*") if p.is_file()), get_source("freedom_house")
    )
    if found is None:
        raise FileError(
            folder,
            "the folder holds no file of Freedom in the World.",
            mend="Give the publisher's file.",
        )
    return sorted(found.files, key=lambda file: (not _is_ratings(file), file.name))


def _is_ratings(file: Path) -> bool:
    return file.name.lower().startswith("fh_ratings")


def _read(file: Path) -> "pd.DataFrame":
    """One table, told apart by its columns."""
    try:
        return _scores(file)
    except FileError as problem:
        if "lacks" not in problem.what or "fh_country" not in problem.what:
            raise
    rows = read_table(file, ("fh_country", "year", *RATINGS), unique=("fh_country", "year"))
    return _placed(rows.rename(columns={"fh_country": "place"}), RATINGS, RATING_CELLS, file)


def _scores(file: Path) -> "pd.DataFrame":
    described = sidecar("freedom_house", "scores")
    series = {row["column"]: row["indicator"] for row in described}
    cells = {row["column"]: Cells(float(row["low"]), float(row["high"])) for row in described}
    columns = ("fh_full_country", "edition", *RATINGS, *series)
    rows = read_table(
        file, columns, unique=("fh_full_country", "edition"), other_names=WORKBOOK_NAMES
    )
    rows = checked(rows, {"edition": YEAR}, file)
    rows["year"] = rows["edition"] - 1
    rows = rows.rename(columns={"fh_full_country": "place"})
    return _placed(rows, RATINGS | series, RATING_CELLS | cells, file)


def _placed(
    rows: "pd.DataFrame", series: Mapping[str, str], cells: Mapping[str, Cells], file: Path
) -> "pd.DataFrame":
    known = rows["status"].astype(str).str.strip()
    rows = rows.assign(status=known.map(STATUS).fillna(known))
    rows = checked(rows, {"year": YEAR, **cells}, file)
    rows["partner"] = partners().map_names(rows["place"].tolist(), extra=own_names("freedom_house"))
    return figures(rows, series, path=file)
