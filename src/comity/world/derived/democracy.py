"""Parts of V-Dem's democracy indices, taken apart again."""

from typing import TYPE_CHECKING

from comity.world.windows import spread_over, stacked, table

if TYPE_CHECKING:
    import pandas as pd

# V-Dem's codebook: index = (P + C) / 4 + P C / 2, where P is electoral democracy to this power
# and C the component that the index adds to it.
POWER = 1.585
SERIES = {
    "democracy.liberal_component": "vdem.liberal_democracy",
    "democracy.participatory_component": "vdem.participatory_democracy",
    "democracy.deliberative_component": "vdem.deliberative_democracy",
    "democracy.egalitarian_component": "vdem.egalitarian_democracy",
}


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Components that V-Dem joins to electoral democracy, and how far the regime moved.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    electoral = table(frame, "vdem.electoral_democracy")
    tables = {
        component: component_of(table(frame, index), electoral)
        for component, index in SERIES.items()
    }
    tables["democracy.volatility_10"] = spread_over(electoral, 10, least=8)
    return stacked(tables)


def component_of(index: "pd.DataFrame", electoral: "pd.DataFrame") -> "pd.DataFrame":
    """Solve V-Dem's formula for the component; rounding in the file may leave it at most 0.01 off."""
    lifted = electoral**POWER
    return ((index - lifted / 4) / (0.25 + lifted / 2)).clip(0, 1)
