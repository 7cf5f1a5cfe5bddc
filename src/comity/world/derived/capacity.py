"""How much a partner's forces and society can absorb."""

from typing import TYPE_CHECKING

from comity.world.windows import mean_over, positive, stacked, sum_over, table

if TYPE_CHECKING:
    import pandas as pd

PER_CENT = 100
PER_THOUSAND = 1000


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Size of the forces against the world's median, weight of assistance, people who leave.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    share = table(frame, "gapminder.armed_forces_share")
    people = positive(table(frame, "wdi_extract.population"))
    by_head = table(frame, "gapminder.military_share") * table(frame, "gapminder.gdp_per_capita")
    spending = mean_over(by_head * people / PER_CENT, 5, least=3)
    assistance = table(frame, "greenbook.security_total").clip(lower=0)
    migrants = sum_over(table(frame, "wdi_extract.net_migration"), 5, least=5)
    return stacked(
        {
            "capacity.forces_gap": share.sub(share.median(axis=1), axis=0).abs(),
            "capacity.forces_per_thousand": table(frame, "gapminder.armed_forces")
            / people
            * PER_THOUSAND,
            "capacity.assistance_load_5": mean_over(assistance, 5, least=5)
            / positive(spending)
            * PER_CENT,
            "capacity.net_migration_rate_5": migrants / sum_over(people, 5, least=5) * PER_THOUSAND,
        }
    )
