"""Steadiness and direction of a partner's alignment, from votes in the General Assembly."""

from typing import TYPE_CHECKING

from comity.world.windows import change_over, mean_over, spread_over, stacked, table

if TYPE_CHECKING:
    import pandas as pd


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Volatility and change of the distance to the United States, and lean towards its rivals.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    distance = table(frame, "unga.us_distance")
    usa = table(frame, "unga.agreement_usa")
    return stacked(
        {
            "alignment.distance_volatility_5": spread_over(distance, 5, least=4),
            "alignment.distance_change_10": change_over(distance, 10),
            "alignment.agreement_volatility_10": spread_over(usa, 10, least=8),
            "alignment.usa_over_russia_3": _margin(usa, table(frame, "unga.agreement_russia")),
            "alignment.usa_over_china_3": _margin(usa, table(frame, "unga.agreement_china")),
        }
    )


def _margin(usa: "pd.DataFrame", rival: "pd.DataFrame") -> "pd.DataFrame":
    return mean_over(usa - rival, 3, least=2)
