"""Observations: rows of money, people and events added up by partner and year.

Beside :mod:`comity.world.edge`, for publishers that print many rows for one partner and year.
Nothing is left out in silence: every loss is a sentence in ``frame.attrs["dropped"]``.
"""

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.errors import FileError
from comity.world.edge import Cells, checked
from comity.world.source import get_source

if TYPE_CHECKING:
    import pandas as pd

YEAR = Cells(low=1900, high=2100, whole=True, empty=False)


def sidecar(source: str, kind: str) -> list[dict[str, str]]:
    """Rows of ``sources/<source>.<kind>.csv``, the table that goes with a reader."""
    entry = files("comity.world.sources").joinpath(f"{source}.{kind}.csv")
    return list(csv.DictReader(entry.read_text(encoding="utf-8").splitlines()))


def own_names(source: str) -> dict[str, str]:
    """Partner of each name that only this publisher uses; "" marks a name that is no partner."""
    return {row["name"]: row["partner"] for row in sidecar(source, "names")}


def not_reported(source: str) -> list[tuple[str, int, int]]:
    """Partners about whom a source says nothing, with the first and the last such year.

    No row of theirs means unknown there, even for an indicator whose absence means zero
    elsewhere. Empty for a source without the table ``<source>.not_reported.csv``.
    """
    if not files("comity.world.sources").joinpath(f"{source}.not_reported.csv").is_file():
        return []
    rows = sidecar(source, "not_reported")
    return [(row["partner"], int(row["first"]), int(row["last"])) for row in rows]


def keep_partners(
    frame: "pd.DataFrame",
    partners: Sequence[str],
    *,
    label: str,
    weigh: str | None = None,
    unit: str = "",
) -> tuple["pd.DataFrame", list[str]]:
    """Rows that belong to a partner, with the column ``partner``; and what the others held.

    Parameters
    ----------
    partners
        Id of each row's partner, "" where there is none.
    label
        Column that names the row in words.
    weigh, unit
        Column to add up over the rows that are left out, and its unit.
    """
    placed = frame.assign(partner=list(partners))
    lost = placed[placed["partner"] == ""]
    sentences = [
        f"{name!s}: {len(rows):,} rows without a partner"
        + (f", {rows[weigh].sum():,.0f} {unit}" if weigh else "")
        + "."
        for name, rows in lost.groupby(label, sort=True)
    ]
    return placed[placed["partner"] != ""], sentences


def sum_by_partner(frame: "pd.DataFrame", series: Mapping[str, str]) -> "pd.DataFrame":
    """One observation for each partner, year and column; cells that are all empty yield none.

    Parameters
    ----------
    frame
        Has ``partner``, ``year`` and the columns to add up.
    series
        Indicator's id for each column.
    """
    totals = frame.groupby(["partner", "year"])[list(series)].sum(min_count=1)
    long = totals.rename(columns=dict(series)).reset_index()
    long = long.melt(id_vars=["partner", "year"], var_name="indicator", value_name="value")
    return long.dropna(subset="value")


def observations(
    frame: "pd.DataFrame", path: Path, source: str, *, dropped: Sequence[str] = ()
) -> "pd.DataFrame":
    """Check what a reader found and put it in the order that the panel wants.

    Parameters
    ----------
    frame
        Columns ``partner``, ``indicator``, ``year``, ``value`` and, if the publisher gives it, ``error``.
    source
        Whose description must know every indicator.
    dropped
        What was left out, one sentence each; kept in ``attrs["dropped"]``.

    Raises
    ------
    FileError
        If a value is not finite, a year is impossible, a partner has two values of one indicator
        for one year, or nothing is left.
    """
    columns = ["partner", "indicator", "year", "value"]
    columns += ["error"] if "error" in frame.columns else []
    order = ["indicator", "partner", "year"]
    tidy = frame[columns].sort_values(order, kind="stable", ignore_index=True)
    if tidy.empty:
        raise FileError(path, "holds no figure for any partner.", mend="Check which file it is.")
    described = {indicator.id for indicator in get_source(source).indicators}
    unknown = sorted(set(tidy["indicator"]) - described)
    assert not unknown, f"{source}.toml does not describe {', '.join(unknown)}"
    tidy = checked(tidy, {"year": YEAR, "value": Cells(empty=False)}, path)
    twice = tidy[tidy.duplicated(order)]
    if not twice.empty:
        row = twice.iloc[0]
        raise FileError(
            path,
            f"gives {row['indicator']} of {row['partner']} in {row['year']} twice"
            f" ({len(twice):,} such repeats).",
            mend="Use the publisher's file unchanged.",
        )
    tidy.attrs["dropped"] = list(dropped)
    return tidy
