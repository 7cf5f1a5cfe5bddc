"""What a partner spends on its own defence, and how steadily."""

from typing import TYPE_CHECKING

from comity.world.windows import mean_over, positive, spread_over, stacked, sum_over, table

if TYPE_CHECKING:
    import pandas as pd

PER_CENT = 100


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Spending by head and soldier, its growth and volatility, arms bought and sold.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    share = table(frame, "gapminder.military_share")
    people = positive(table(frame, "wdi_extract.population"))
    forces = positive(table(frame, "gapminder.armed_forces"))
    by_head = share / PER_CENT * table(frame, "gapminder.gdp_per_capita")
    spending = by_head * people
    imports = mean_over(table(frame, "gapminder.arms_imports"), 10, least=10)
    exports = mean_over(table(frame, "gapminder.arms_exports"), 10, least=10)
    return stacked(
        {
            "defence_effort.spending_per_head": by_head,
            "defence_effort.spending_per_soldier": spending / forces,
            "defence_effort.spending_growth_5": _yearly_growth(spending, 5),
            "defence_effort.share_volatility_5": _variation(share, 5, least=4),
            "defence_effort.share_volatility_10": _variation(share, 10, least=8),
            "defence_effort.own_purchases_5": _own_purchases(frame),
            "defence_effort.arms_imports_per_head_10": imports / people,
            "defence_effort.arms_exports_per_head_10": exports / people,
        }
    )


def _yearly_growth(spending: "pd.DataFrame", years: int) -> "pd.DataFrame":
    """Growth that, compounded over the years, leads from the first figure to the last."""
    ratio = spending / positive(spending.shift(years))
    return (ratio ** (1 / years) - 1) * PER_CENT


def _variation(share: "pd.DataFrame", years: int, *, least: int) -> "pd.DataFrame":
    return spread_over(share, years, least=least) / positive(mean_over(share, years, least=least))


def _own_purchases(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Sales paid by the partner out of all sales; missing where nothing was bought."""
    own = sum_over(table(frame, "sales_book.fms").clip(lower=0), 5, least=3)
    given = sum_over(table(frame, "sales_book.fmf").clip(lower=0), 5, least=3)
    return own / positive(own + given) * PER_CENT
