"""Read the Greenbook, US Overseas Loans and Grants: obligations by country, account and fiscal year."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sum_by_partner
from comity.world.partners import partners
from comity.world.workbook import Row, find_header, read_sheets

if TYPE_CHECKING:
    import pandas as pd

FILES = ("us_foreignaid_greenbook*.xlsx", "*greenbook*.xlsx")
COLUMNS = {
    "Fiscal Year": "year",
    "Country": "country",
    "Assistance Category": "category",
    "Publication Row": "row",
    "Obligations (Historical Dollars)": "current",
    "Obligations (Constant Dollars)": "constant",
}
BASE_YEAR = "2020"
TRANSITION_QUARTER = ("1976.9", "1976tq")
# The Greenbook files the last two under economic assistance.
ACCOUNTS = {
    "Foreign Military Financing": "fmf",
    "International Military Education and Training": "imet",
    "Peace Keeping Operations": "pko",
    "Drug Interdiction and Counter-Drug": "counterdrug",
    "Cooperative Threat Reduction": "ctr",
    "Other Military Assistance": "other_military",
    "Narcotics Control": "incle",
    "Nonproliferation, Anti-Terrorism, Demining & Related": "nadr",
}
CATEGORIES = ("Economic", "Military")
_MEND = "Use the publisher's workbook unchanged."


def parse(path: Path) -> "pd.DataFrame":
    """Obligations by partner, US fiscal year and account, in constant 2020 and in current US$.

    The transition quarter of July to September 1976, printed as 1976.9, is added to fiscal year
    1976, which therefore covers fifteen months. De-obligations stay negative.

    Parameters
    ----------
    path
        The workbook as published, or the folder that holds it.

    Raises
    ------
    FileError
        If it is not the workbook, a cell is not what its column may hold, an account is new, or
        the constant dollars are not those of 2020.
    """
    file = locate(path, FILES)
    title, rows = next(read_sheets(file))
    header = find_header(file, title, rows, list(COLUMNS))
    _refuse_other_base(file, rows[:header])
    frame = _frame(rows, header)
    frame["year"] = frame["year"].map(_fiscal_year)
    money = dict.fromkeys(("current", "constant"), Cells(empty=False))
    frame = checked(frame, {"year": YEAR, **money}, file)
    frame["series"] = _series(frame, file)
    ids = partners().map_names(list(frame["country"]))
    kept, dropped = keep_partners(
        frame, ids, label="country", weigh="current", unit="current US$ of obligations"
    )
    return observations(_figures(kept), file, "greenbook", dropped=dropped)


def _fiscal_year(cell: object) -> str:
    """The year as text, so that nothing is cut off a half year; the transition quarter is 1976."""
    text = f"{cell:g}" if isinstance(cell, int | float) else str(cell).strip()
    return "1976" if text.lower() in TRANSITION_QUARTER else text


def _refuse_other_base(file: Path, titles: list[Row]) -> None:
    text = " ".join(str(cell) for row in titles for cell in row if cell is not None)
    if f"Constant {BASE_YEAR}" not in text:
        raise FileError(
            file,
            f"the title lines do not say that constant dollars are those of {BASE_YEAR}.",
            line=1,
            mend=f"This reader describes the edition in constant {BASE_YEAR} US$; use that one.",
        )


def _frame(rows: list[Row], header: int) -> "pd.DataFrame":
    """Columns that matter, indexed by the line in the sheet; blank lines are left out."""
    import pandas as pd

    names = ["" if cell is None else str(cell).strip() for cell in rows[header]]
    frame = pd.DataFrame(rows[header + 1 :], columns=names, dtype=object)
    frame.index = pd.RangeIndex(header + 2, header + 2 + len(frame), name="line")
    return frame[list(COLUMNS)].rename(columns=COLUMNS).dropna(how="all")


def _series(frame: "pd.DataFrame", file: Path) -> "pd.Series[str]":
    """Short name of each row's account; "economic" for what is no security assistance."""
    strange = ~frame["category"].isin(CATEGORIES)
    series = frame["row"].map(ACCOUNTS)
    strange |= series.isna() & (frame["category"] == "Military")
    if strange.any():
        first = frame[strange].iloc[0]
        raise FileError(
            file,
            f"the category {first['category']!r} with the publication row {first['row']!r} is new.",
            line=int(frame.index[strange][0]),
            mend=f"{_MEND} Known military rows are {', '.join(ACCOUNTS)}.",
        )
    return series.fillna("economic")


def _figures(kept: "pd.DataFrame") -> "pd.DataFrame":
    """Sums by account, of all security accounts, and of everything else."""
    import pandas as pd

    economic = kept["series"] == "economic"
    totals = kept["series"].where(economic, "security").add("_total")
    accounts = kept[~economic]
    parts = []
    for rows, series in ((accounts, accounts["series"]), (kept, totals)):
        for name, group in rows.groupby(series):
            ids = {"constant": f"greenbook.{name}", "current": f"greenbook.{name}_current"}
            parts.append(sum_by_partner(group, ids))
    return pd.concat(parts, ignore_index=True)
