"""Size, growth and dependence of a partner's economy."""

from typing import TYPE_CHECKING

import numpy as np

from comity.world.windows import mean_over, positive, spread_over, stacked, table

if TYPE_CHECKING:
    import pandas as pd

PER_CENT = 100


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Growth, size, volatility of growth and prices, and shares of aid, remittances, investment.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    people = table(frame, "wdi_extract.population")
    size = positive(table(frame, "gapminder.gdp_per_capita") * people)
    nominal = positive(table(frame, "wdi_extract.gdp"))
    growth = table(frame, "gapminder.growth_per_capita")
    prices = table(frame, "wdi_extract.inflation")
    investment = table(frame, "wdi_extract.foreign_investment_in") / nominal * PER_CENT
    aid = table(frame, "gapminder.aid_received") / size * PER_CENT
    return stacked(
        {
            "economy.size_log": size.transform(np.log10),
            "economy.growth_5": mean_over(growth, 5, least=4),
            "economy.growth_volatility_10": spread_over(growth, 10, least=8),
            "economy.inflation_3": mean_over(prices, 3, least=2),
            "economy.inflation_volatility_5": spread_over(prices, 5, least=4),
            "economy.remittance_share": table(frame, "wdi_extract.remittances_received")
            / nominal
            * PER_CENT,
            "economy.foreign_investment_share_3": mean_over(investment, 3, least=2),
            "economy.aid_share_3": mean_over(aid, 3, least=2),
        }
    )
