"""Look back over a number of years, for every partner at once.

A *table* has a row for every year without a gap and a column for each partner; NaN where nothing
is known. Every function here gives a value only for a year in which the partner has a figure of
its own, so that a value never seems newer than the newest figure it rests on.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from comity.terms.arrays import FloatArray

if TYPE_CHECKING:
    import pandas as pd


def table(frame: "pd.DataFrame", indicator: str) -> "pd.DataFrame":
    """Years by partners of one indicator; empty if the frame has none of it.

    Parameters
    ----------
    frame
        Long frame with the columns partner, indicator, year, value.
    """
    rows = frame[frame["indicator"] == indicator]
    wide = rows.pivot_table(
        values="value", index="year", columns="partner", aggfunc="first", observed=True
    )
    if wide.empty:
        return wide
    return wide.reindex(range(int(wide.index.min()), int(wide.index.max()) + 1)).rename_axis("year")


def stacked(tables: Mapping[str, "pd.DataFrame"]) -> "pd.DataFrame":
    """Long frame of several tables by indicator id, with no empty or infinite value."""
    import pandas as pd

    parts = []
    for indicator, wide in tables.items():
        values = wide.to_numpy(dtype=float)
        row, column = np.nonzero(np.isfinite(values))
        part = {
            "partner": wide.columns.to_numpy()[column],
            "indicator": indicator,
            "year": wide.index.to_numpy()[row].astype(np.int64),
            "value": values[row, column],
            "error": np.nan,
        }
        parts.append(pd.DataFrame(part).astype({"partner": str, "indicator": str}))
    return pd.concat(parts, ignore_index=True)


def sum_over(wide: "pd.DataFrame", years: int, *, least: int) -> "pd.DataFrame":
    """Sum of the years that end with each year, if ``least`` of them have a figure."""
    return _kept(wide, np.nansum(_windows(wide, years), axis=2), years, least)


def mean_over(wide: "pd.DataFrame", years: int, *, least: int) -> "pd.DataFrame":
    """Mean of the years that end with each year, if ``least`` of them have a figure."""
    windows = _windows(wide, years)
    return _kept(wide, np.nansum(windows, axis=2) / _counts(windows), years, least)


def count_over(wide: "pd.DataFrame", years: int, *, least: int) -> "pd.DataFrame":
    """How many of the years that end with each year have a figure above zero."""
    return _kept(wide, (_windows(wide, years) > 0).sum(axis=2).astype(float), years, least)


def spread_over(wide: "pd.DataFrame", years: int, *, least: int) -> "pd.DataFrame":
    """Sample standard deviation (divisor n - 1) of the years that end with each year."""
    windows = _windows(wide, years)
    counts = _counts(windows)
    means = np.nansum(windows, axis=2) / counts
    squares = np.nansum((windows - means[:, :, np.newaxis]) ** 2, axis=2)
    return _kept(wide, np.sqrt(squares / np.maximum(counts - 1, 1)), years, max(least, 2))


def change_over(wide: "pd.DataFrame", years: int) -> "pd.DataFrame":
    """Each year's figure less that of ``years`` before; both must be known."""
    return wide - wide.shift(years)


def positive(wide: "pd.DataFrame") -> "pd.DataFrame":
    """The table without figures of zero or less, to divide by."""
    return wide.where(wide > 0)


def _windows(wide: "pd.DataFrame", years: int) -> FloatArray:
    """Figures of the years that end with each year ``(years, partners, length of window)``."""
    # Each window is added up afresh: a running sum leaves traces of large figures behind.
    values = wide.to_numpy(dtype=float)
    before = np.full((years - 1, values.shape[1]), np.nan)
    padded = np.concatenate([before, values])
    if not values.size:
        return np.empty((*values.shape, years))
    return np.lib.stride_tricks.sliding_window_view(padded, years, axis=0)


def _counts(windows: FloatArray) -> FloatArray:
    """Years with a figure in each window, at least one so that it can divide."""
    return np.maximum(np.isfinite(windows).sum(axis=2), 1).astype(float)


def _kept(wide: "pd.DataFrame", values: FloatArray, years: int, least: int) -> "pd.DataFrame":
    """Values as a table, where the last year and ``least`` years of the window are known."""
    import pandas as pd

    enough = np.isfinite(_windows(wide, years)).sum(axis=2) >= least
    here = np.isfinite(wide.to_numpy(dtype=float))
    return pd.DataFrame(
        np.where(enough & here, values, np.nan), index=wide.index, columns=wide.columns
    )
