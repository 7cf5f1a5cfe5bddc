"""The table of a study that reads Comity's own panel: one row for each partner and year."""

from collections.abc import Mapping

import numpy as np

from comity.methods.panel_columns import Column, Table
from comity.terms.errors import DataMissing, RecipeError
from comity.world.panel import Panel


def panel_table(
    panel: Panel,
    indicators: Mapping[str, str],
    years: tuple[int, int],
    *,
    unit: str = "partner",
    period: str = "year",
) -> Table:
    """Lay indicators side by side; a value that the panel lacks stays missing.

    Parameters
    ----------
    indicators
        Id of the panel's indicator for each column name.
    years
        First and last year.
    unit, period
        Names of the columns of partners and years.

    Raises
    ------
    UnknownName
        If the panel has no such indicator.
    RecipeError
        If the years are out of order or a column has the name of the unit or the period.
    DataMissing
        If none of the indicators has a value in these years.
    """
    first, last = years
    if last < first:
        raise RecipeError(f"The years {first}-{last} are out of order.")
    if {unit, period} & set(indicators):
        raise RecipeError(f"Columns cannot be called {unit!r} or {period!r}; rename the indicator.")
    span, count = last - first + 1, len(panel.partners)
    columns: dict[str, Column] = {}
    known = np.zeros(count * span, dtype=bool)
    for name, indicator in indicators.items():
        rows = panel.rows_of(indicator)
        year, partner, value = panel.year[rows], panel.partner[rows], panel.value[rows]
        inside = (year >= first) & (year <= last)
        column = np.full(count * span, np.nan)
        column[partner[inside] * span + year[inside] - first] = value[inside]
        columns[name] = column
        known |= np.isfinite(column)
    if not known.any():
        raise DataMissing(f"The panel has no value of these indicators in {first}-{last}.")
    partners = np.repeat(np.array(panel.partners, dtype=object), span)
    periods = np.tile(np.arange(first, last + 1, dtype=float), count)
    table = Table({unit: partners, period: periods, **columns}, unit, period)
    return table.take(known)
