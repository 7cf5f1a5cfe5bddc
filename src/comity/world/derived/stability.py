"""Violence inside a partner and around it, by the size of the population."""

from typing import TYPE_CHECKING

from comity.world.groupings import groupings
from comity.world.windows import count_over, positive, stacked, sum_over, table

if TYPE_CHECKING:
    import pandas as pd

MILLION = 1_000_000
VIOLENCE = ("ucdp.state_based_deaths", "ucdp.non_state_deaths", "ucdp.one_sided_deaths")


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Deaths for each million people, and years with conflict.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    people = positive(table(frame, "wdi_extract.population"))
    battle, non_state, one_sided = (table(frame, name) for name in VIOLENCE)
    government = table(frame, "ucdp.one_sided_government_deaths")
    deaths = battle + non_state + one_sided
    return stacked(
        {
            "stability.battle_death_rate_5": _rate(battle, people),
            "stability.non_state_death_rate_5": _rate(non_state, people),
            "stability.one_sided_death_rate_5": _rate(one_sided, people),
            "stability.government_killing_rate_5": _rate(government, people),
            "stability.conflict_years_10": count_over(
                table(frame, "ucdp.state_based_conflict"), 10, least=10
            ),
            "stability.inside_conflict_years_10": count_over(
                table(frame, "ucdp_prio.intrastate_conflict"), 10, least=10
            ),
            "stability.neighbourhood_death_rate_5": _rate(*around(deaths, people)),
        }
    )


def _rate(deaths: "pd.DataFrame", people: "pd.DataFrame") -> "pd.DataFrame":
    """Deaths for each million people and year, over five years of which three are known."""
    exposed = people.where(deaths.notna())
    counted = deaths.where(people.notna())
    years = {"years": 5, "least": 3}
    return sum_over(counted, **years) / sum_over(exposed, **years) * MILLION


def subregions() -> dict[str, str]:
    """Smallest of the United Nations' regions (M49) that holds each partner."""
    regions = [one for one in groupings() if one.name.startswith("UN_")]
    by_size = sorted(regions, key=lambda one: len(one.memberships), reverse=True)
    return {member.partner: one.name for one in by_size for member in one.memberships}


def around(deaths: "pd.DataFrame", people: "pd.DataFrame") -> tuple["pd.DataFrame", "pd.DataFrame"]:
    """Deaths and people in the rest of each partner's subregion.

    Counts a partner and year only where both are known, and answers only for partners that have
    both themselves.
    """
    known = deaths.notna() & people.notna()
    return _others(deaths.where(known)), _others(people.where(known))


def _others(figures: "pd.DataFrame") -> "pd.DataFrame":
    """Sum of the subregion less the partner's own figure; missing for one alone in its subregion."""
    region = figures.columns.map(subregions())
    here = figures.loc[:, region.notna()]
    groups = here.T.groupby(region[region.notna()].to_numpy())
    totals, members = groups.transform("sum").T, groups.transform("count").T
    return (totals - here).where(members > 1)
