"""Read US troop deployments by country and year, as compiled by Kane and by Allen, Flynn and Machain."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sidecar, sum_by_partner
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = (
    "troopdata-rebuild-country-year.csv",
    "troopdata-rebuild-country-year.csv.gz",
    "troopdata*.csv",
)
# The Navy's column is not read: from 2008 on it lacks nearly all of what the total has.
SERVICES = {
    "army_ad": "troops.army",
    "air_force_ad": "troops.air_force",
    "marine_corps_ad": "troops.marine_corps",
}
LATER = {"total_selected_reserve": "troops.reserve", "total_civilian": "troops.civilian"}
TOTAL = {"troops_ad": "troops.active_duty"}
SERIES = TOTAL | SERVICES | LATER
# The file fills in zeros where the reports have no such column.
LATER_FROM = 2008
PROVIDER = "USA"


def parse(path: Path) -> "pd.DataFrame":
    """People of the US armed forces in each country and year, by service.

    Zeros that stand for "not published" are left out: services where only a total is known,
    reserves and civilians before 2008, and what ``troops.corrections.csv`` lists. A correction
    applies only while the file says what it corrects.

    Parameters
    ----------
    path
        The table, plain or gzip, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the table, or a cell is not what its column may hold.
    """
    file = locate(path, FILES)
    columns = ["countryname", "ccode", "year", "navy_ad", *SERIES]
    frame = read_frame(file, required=columns)[columns]
    frame = checked(
        frame, {"year": YEAR} | dict.fromkeys(("navy_ad", *SERIES), Cells(whole=True)), file
    )
    dropped = _leave_out(frame)
    kept, homeless = keep_partners(
        frame, _ids(frame), label="countryname", weigh="troops_ad", unit="troop-years"
    )
    abroad = kept[kept["partner"] != PROVIDER]
    dropped += [f"United States: {len(kept) - len(abroad)} rows of troops at home."]
    long = sum_by_partner(abroad, SERIES)
    long, corrected = _correct(long)
    return observations(long, file, "troops", dropped=[*dropped, *homeless, *corrected])


def _ids(frame: "pd.DataFrame") -> list[str]:
    """Partner of each row by its Correlates of War code, else by its name (dependencies)."""
    book = partners()
    codes = book.map_codes("cow", list(frame["ccode"]), list(frame["year"]))
    names = book.map_names(list(frame["countryname"]))
    return [code or name for code, name in zip(codes, names, strict=True)]


def _leave_out(frame: "pd.DataFrame") -> list[str]:
    """Empty the cells that hold no count, in place."""
    services = list(SERVICES)
    unknown = (
        (frame[services].sum(axis=1) == 0) & (frame["troops_ad"] > 0) & (frame["navy_ad"] == 0)
    )
    frame.loc[unknown, services] = None
    for column in LATER:
        frame.loc[frame["year"] < LATER_FROM, column] = None
    said = []
    for column in SERIES:
        below = frame[column] < 0
        said += [
            f"Line {line}: {frame.loc[line, 'countryname']} {frame.loc[line, 'year']}, {column}"
            f" {frame.loc[line, column]:.0f} is negative."
            for line in frame.index[below]
        ]
        frame.loc[below, column] = None
    return said


def _correct(long: "pd.DataFrame") -> tuple["pd.DataFrame", list[str]]:
    """Leave out what the corrections' table names, if the file still says so; "*" is everybody."""
    total = long[long["indicator"] == TOTAL["troops_ad"]]
    said = []
    for row in sidecar("troops", "corrections"):
        mine = total if row["partner"] == "*" else total[total["partner"] == row["partner"]]
        counts = mine.groupby("year")["value"].sum()
        counts = counts[counts.between(int(row["least"]), int(row["most"]))]
        years = sorted(set(counts.index) & set(range(int(row["first"]), int(row["last"]) + 1)))
        if not years:
            continue
        wrong = long["year"].isin(years)
        if row["partner"] != "*":
            wrong &= long["partner"] == row["partner"]
        long = long[~wrong]
        who = "All partners" if row["partner"] == "*" else row["partner"]
        said.append(f"{who}, {', '.join(map(str, years))}: {row['why']}")
    return long, said
