"""Count events and disputes by partner and year."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def count_distinct(rows: "pd.DataFrame", thing: str, indicator: str) -> "pd.DataFrame":
    """How many different things each partner has in each year.

    Parameters
    ----------
    rows
        Columns ``partner`` (empty where there is none), ``place``, ``year`` and ``thing``.
    thing
        Column that tells one event from another.
    indicator
        Id of the answer.

    Returns
    -------
    pandas.DataFrame
        Columns partner, place, year, indicator, value, error, as
        :func:`comity.world.edge.settled` takes them. Places that are no partner keep their rows,
        each by itself, so that they can be named.
    """
    import numpy as np

    group = rows["partner"].where(rows["partner"] != "", rows["place"].astype(str))
    counts = rows.groupby([group.rename("who"), "year"]).agg(
        partner=("partner", "first"), place=("place", "first"), value=(thing, "nunique")
    )
    return counts.reset_index().drop(columns="who").assign(indicator=indicator, error=np.nan)
