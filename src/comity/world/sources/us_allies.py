"""Read the list of US treaty allies and major non-NATO allies."""

from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import locate
from comity.world.observations import observations
from comity.world.partners import partners
from comity.world.reading import read_frame

if TYPE_CHECKING:
    import pandas as pd

FILES = ("us_alliance_and_mnna_list*.csv",)
FIRST, LAST = 1990, 2025
TREATIES = ("NATO", "ANZUS", "Bilateral MDT", "Manila Pact")
RIO, MNNA = "Rio Treaty", "MNNA"
# The United States suspended its obligations to New Zealand in 1986 and has not taken them up again.
SUSPENDED = (("NZL", "ANZUS", 1986),)
NONE, NON_NATO, TREATY = 0, 1, 2


def parse(path: Path) -> "pd.DataFrame":
    """Status at the end of each calendar year from 1990: 1 where it holds; tiers 0, 1 and 2.

    Parameters
    ----------
    path
        The list, or the folder that holds it.

    Raises
    ------
    FileError
        If the file is not the list, names an unknown arrangement or partner, or holds a damaged date.
    """
    file = locate(path, FILES)
    rows = read_frame(file, required=["iso3", "arrangement", "start", "end"])
    known = (*TREATIES, RIO, MNNA)
    strange = rows[~rows["arrangement"].isin(known)]
    if len(strange):
        raise FileError(
            file,
            f"the arrangement {strange['arrangement'].iloc[0]!r} is new.",
            line=int(strange.index[0]),
            mend=f"Known are {', '.join(known)}.",
        )
    ids = partners().map_codes("iso3", list(rows["iso3"]))
    if "" in ids:
        line = int(rows.index[ids.index("")])
        raise FileError(file, f"there is no partner {rows.loc[line, 'iso3']!r}.", line=line)
    spans = _spans(rows, ids, file)
    answer = observations(_figures(spans), file, "us_allies")
    answer.attrs["dropped"] = [
        f"{partner}: {arrangement} from {year} on (suspended)."
        for partner, arrangement, year in SUSPENDED
    ]
    return answer


def _spans(rows: "pd.DataFrame", ids: list[str], file: Path) -> list[tuple[str, str, int, int]]:
    """Partner, arrangement, first and last year at whose end it held."""
    suspended = {(partner, arrangement): year for partner, arrangement, year in SUSPENDED}
    spans = []
    columns = (rows[name].tolist() for name in ("arrangement", "start", "end"))
    for partner, line, *cells in zip(ids, rows.index.tolist(), *columns, strict=True):
        arrangement, start, end = (str(cell) for cell in cells)
        last = _year(end, line, file) - 1 if end else LAST
        last = min(last, suspended.get((partner, arrangement), last + 1) - 1)
        spans.append((partner, arrangement, _year(start, line, file), last))
    return spans


def _year(date: str, line: int, file: Path) -> int:
    year = date[:4]
    if not (year.isdecimal() and len(year) == len("1990") and date[4:5] in {"", "-"}):
        raise FileError(file, f"the date {date!r} is none; expected 1990-12-31 or 1990.", line=line)
    return int(year)


def _figures(spans: list[tuple[str, str, int, int]]) -> "pd.DataFrame":
    """Ones for every status held, and the tier of every partner that held any."""
    import pandas as pd

    held: dict[tuple[str, str, int], int] = {}
    for partner, arrangement, first, last in spans:
        for year in range(max(first, FIRST), min(last, LAST) + 1):
            if arrangement == RIO:
                held["us_allies.rio_treaty", partner, year] = 1
                continue
            tier = NON_NATO if arrangement == MNNA else TREATY
            held[
                "us_allies.mnna" if tier == NON_NATO else "us_allies.treaty_ally", partner, year
            ] = 1
            key = ("us_allies.alliance_tier", partner, year)
            held[key] = max(held.get(key, NONE), tier)
    rows = [(*key, float(value)) for key, value in held.items()]
    return pd.DataFrame(rows, columns=["indicator", "partner", "year", "value"])
