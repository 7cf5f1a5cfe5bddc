"""Read the State Department's budget by country: security accounts, enacted and requested."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sum_by_partner
from comity.world.partners import partners
from comity.world.workbook import Row, find_header, read_sheets

if TYPE_CHECKING:
    import pandas as pd

FILES = ("STATE*budget*by*country*.xlsx",)
ACCOUNTS = ("FMF", "IMET", "INCLE", "NADR", "PKO")
THOUSAND = 1000
_TITLE = re.compile(r"FY\s?(\d\d)(\s*\(r\))?", re.IGNORECASE)
_EMPTY = {"-", "", "–", "—"}


def parse(path: Path) -> "pd.DataFrame":
    """Five security accounts by partner and fiscal year, in current US$.

    Years whose sheet is marked "(r)" hold the President's request and have indicators of their own.

    Parameters
    ----------
    path
        The workbook with one sheet for each fiscal year, or the folder that holds it.

    Raises
    ------
    FileError
        If a sheet has no header with the five accounts, or a cell is not what it may hold.
    """
    import pandas as pd

    file = locate(path, FILES)
    frame = pd.concat([_sheet(file, title, rows) for title, rows in read_sheets(file)])
    ids = partners().map_names(list(frame["name"]))
    frame["security"] = frame[list(ACCOUNTS)].sum(axis=1)
    frame["place"] = frame["name"].where(frame["security"] != 0, "Names without such money")
    kept, dropped = keep_partners(
        frame, ids, label="place", weigh="security", unit="current US$ in the five accounts"
    )
    parts = []
    for requested, rows in kept.groupby("requested"):
        tail = "_request" if requested else ""
        series = {account: f"state_budget.{account.lower()}{tail}" for account in ACCOUNTS}
        parts.append(sum_by_partner(rows, series))
    found = pd.concat(parts) if parts else kept
    return observations(found, file, "state_budget", dropped=dropped)


def _sheet(file: Path, title: str, rows: list[Row]) -> "pd.DataFrame":
    """Name, year, requested and the five accounts in US$ of every row that names something."""
    import pandas as pd

    said = _TITLE.fullmatch(title.strip())
    if said is None:
        raise FileError(
            file, f"a sheet is called {title!r}; expected one for each year, as in 'FY15'."
        )
    header = find_header(file, title, rows, ACCOUNTS)
    heads = ["" if cell is None else str(cell).strip() for cell in rows[header]]
    place = {account: heads.index(account) for account in ACCOUNTS}
    body = [
        {"line": line, "name": _name(row[0])} | {a: _cell(row, at) for a, at in place.items()}
        for line, row in enumerate(rows[header + 1 :], header + 2)
        if row and isinstance(row[0], str) and row[0].strip()
    ]
    frame = pd.DataFrame(body, columns=["line", "name", *ACCOUNTS]).set_index("line")
    frame = frame.assign(year=2000 + int(said.group(1)), requested=said.group(2) is not None)
    money = dict.fromkeys(ACCOUNTS, Cells())
    frame = checked(frame.astype(dict.fromkeys(ACCOUNTS, object)), {"year": YEAR, **money}, file)
    frame[list(ACCOUNTS)] *= THOUSAND
    return frame


def _name(cell: str) -> str:
    return " ".join(cell.split())


def _cell(row: Row, at: int) -> Any:
    """A number as it stands, zero for the publisher's dash, nothing for an empty cell."""
    cell = row[at] if at < len(row) else None
    if isinstance(cell, str):
        text = cell.strip().replace(",", "")
        return 0 if text in _EMPTY else text
    return cell
