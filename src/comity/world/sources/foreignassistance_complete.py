"""Read ForeignAssistance.gov's files by funding account: security assistance after the Greenbook."""

import csv
import gzip
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked, locate
from comity.world.observations import YEAR, keep_partners, observations, sum_by_partner
from comity.world.sources.foreignassistance import partner_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

FILES = (
    "us_foreign_aid_complete*.csv",
    "us_foreign_aid_complete*.csv.gz",
    "us_foreign_aid_funding*.csv",
    "us_foreign_aid_funding*.csv.gz",
)
COLUMNS = {
    "Country Code": "code",
    "Country Name": "country",
    "Funding Account Name": "account",
    "Transaction Type Name": "kind",
    "Fiscal Year": "year",
}
# The official dictionary, the complete file and the summaries call the same amount differently.
AMOUNTS = ("Current Dollar Amount", "Current Amount", "current_amount")
OBJECTIVE = "Foreign Assistance Objective Name"
# First words that fit decide; the order matters, for counter-drug money is the Pentagon's too.
ACCOUNTS = (
    ("fmf", r"Foreign Military (?:Financing|Loan)"),
    ("imet", r"International Military Education"),
    ("pko", r"Peace ?keeping Operations"),
    ("incle", r"International Narcotics|Andean Counter"),
    ("nadr", r"Nonproliferation, Anti-?Terrorism"),
    ("counterdrug", r"Drug Interdiction"),
    ("ctr", r"Cooperative Threat Reduction"),
)
# These two are security assistance though the publisher files them under economic assistance.
NOT_MILITARY = ("incle", "nadr")
CHUNK = 200_000
LONGEST_HEADER = 100_000
_MEND = "Use the publisher's file unchanged."
_DAMAGE = (OSError, EOFError, UnicodeDecodeError, zlib.error, csv.Error)


def parse(path: Path) -> "pd.DataFrame":
    """Obligations by partner, US fiscal year and security account, in current US$.

    Reads the complete file (several gigabytes) in pieces, or the much smaller summary by funding
    account. Only the complete file says what is military, so only it yields other military
    assistance and the total; from the summary, an account's few civilian rows are counted too.
    The newest fiscal year is left out: it is not complete when the file is published.

    Parameters
    ----------
    path
        ``us_foreign_aid_complete.csv`` or ``us_foreign_aid_funding.csv``, plain or gzip, or the
        folder that holds one.

    Raises
    ------
    FileError
        If the file is neither, or a cell is not what its column may hold.
    """
    import pandas as pd

    file = locate(path, FILES)
    pieces = [_security(piece, file) for piece in _pieces(file)]
    found = pd.concat([rows for rows, _ in pieces], ignore_index=True)
    newest = max((last for _, last in pieces), default=0)
    keys = ["code", "country", "year", "series"]
    full = found[found["year"] < newest].groupby(keys, as_index=False).agg({"amount": "sum"})
    kept, dropped = keep_partners(
        full, partner_ids(full), label="country", weigh="amount", unit="current US$ of obligations"
    )
    late = found.loc[found["year"] == newest, "amount"].sum()
    dropped.append(f"Fiscal year {newest}: unfinished, {late:,.0f} current US$ of obligations.")
    parts = [
        sum_by_partner(rows, {"amount": f"foreignassistance_complete.{series}"})
        for series, rows in kept.groupby("series")
    ]
    if (found["series"] == "other_military").any():
        parts.append(sum_by_partner(kept, {"amount": "foreignassistance_complete.security_total"}))
    else:
        dropped.append(
            "Other military assistance and the total: the file does not say what is military."
        )
    return observations(pd.concat(parts), file, "foreignassistance_complete", dropped=dropped)


def _pieces(file: Path) -> "Iterator[pd.DataFrame]":
    """The file's columns that matter, as text, in pieces indexed by line."""
    import pandas as pd

    header, packed = _header(file)
    wanted = [*COLUMNS, _amount_column(header, file)]
    names = {**COLUMNS, wanted[-1]: "amount", OBJECTIVE: "objective"}
    wanted += [OBJECTIVE] if OBJECTIVE in header else []
    try:
        with pd.read_csv(
            file,
            usecols=wanted,
            dtype=str,
            keep_default_na=False,
            chunksize=CHUNK,
            compression="gzip" if packed else None,
        ) as chunks:
            for chunk in chunks:
                # The header is line 1; a text field with a line break shifts what follows.
                chunk.index = chunk.index + 2
                yield chunk.rename(columns=names)
    except (pd.errors.ParserError, *_DAMAGE) as problem:
        raise FileError(file, f"cannot be read to its end ({problem}).", mend=_MEND) from None


def _header(file: Path) -> tuple[list[str], bool]:
    """Names of the columns, and whether the file is packed with gzip."""
    try:
        with file.open("rb") as probe:
            packed = probe.read(2) == b"\x1f\x8b"
        with gzip.open(file, "rb") if packed else file.open("rb") as stream:
            line = stream.readline(LONGEST_HEADER).decode("utf-8-sig")
        names = next(csv.reader([line], strict=True), [])
    except _DAMAGE as problem:
        raise FileError(file, f"is no CSV file ({problem}).", line=1, mend=_MEND) from None
    absent = [name for name in COLUMNS if name not in names]
    if absent:
        raise FileError(
            file, f"the header lacks {', '.join(map(repr, absent))}.", line=1, mend=_MEND
        )
    return names, packed


def _amount_column(header: list[str], file: Path) -> str:
    found = [name for name in AMOUNTS if name in header]
    if not found:
        raise FileError(
            file, f"the header has none of {', '.join(map(repr, AMOUNTS))}.", line=1, mend=_MEND
        )
    return found[0]


def _security(piece: "pd.DataFrame", file: Path) -> tuple["pd.DataFrame", int]:
    """Obligations of security accounts in one piece, and the last year of all obligations in it."""
    owed = piece[piece["kind"] == "Obligations"].copy()
    owed["year"] = owed["year"].str.replace(r"(?i)^1976tq$", "1976", regex=True)
    owed = checked(owed, {"year": YEAR, "amount": Cells()}, file)
    owed["series"] = _series(owed)
    newest = int(owed["year"].max()) if len(owed) else 0
    columns = ["code", "country", "year", "series", "amount"]
    return owed.loc[owed["series"] != "", columns], newest


def _series(owed: "pd.DataFrame") -> "pd.Series[str]":
    """Short name of each row's account; "" for what is no security assistance."""
    import pandas as pd

    series = pd.Series("", index=owed.index, dtype=str)
    for name, words in ACCOUNTS:
        fits = owed["account"].str.contains(words, regex=True, flags=re.IGNORECASE)
        series = series.mask(fits & (series == ""), name)
    if "objective" not in owed:
        return series
    military = owed["objective"] == "Military"
    series = series.mask(~military & ~series.isin(NOT_MILITARY), "")
    return series.mask(military & (series == ""), "other_military")
