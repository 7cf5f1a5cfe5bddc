"""Depth and continuity of the security relationship, from US assistance, training and sales."""

from typing import TYPE_CHECKING

from comity.world.windows import count_over, mean_over, positive, spread_over, stacked, table

if TYPE_CHECKING:
    import pandas as pd

DECADE, LUSTRUM = 10, 5
PER_FORCES = 1000
PER_MILLION = 1_000_000


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Years, amounts and steadiness of assistance, training and sales.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    assistance = table(frame, "greenbook.security_total").clip(lower=0)
    economic = table(frame, "greenbook.economic_total").clip(lower=0)
    people = positive(table(frame, "wdi_extract.population"))
    forces = positive(table(frame, "gapminder.armed_forces"))
    trainees = mean_over(table(frame, "fmtr.trainees"), LUSTRUM, least=LUSTRUM)
    return stacked(
        {
            "relationship.imet_years_10": _years_with(frame, "greenbook.imet"),
            "relationship.fmf_years_10": _years_with(frame, "greenbook.fmf"),
            "relationship.training_years_10": _years_with(frame, "fmtr.activities"),
            "relationship.assistance_variation_10": _variation(assistance),
            "relationship.assistance_per_head_10": mean_over(assistance / people, DECADE, least=8),
            "relationship.economic_per_head_10": mean_over(economic / people, DECADE, least=8),
            "relationship.trainees_per_forces_5": trainees / forces * PER_FORCES,
            "relationship.trainees_per_million_5": trainees / people * PER_MILLION,
            "relationship.sales_5": mean_over(
                table(frame, "sales_book.fms").clip(lower=0), LUSTRUM, least=3
            ),
        }
    )


def _years_with(frame: "pd.DataFrame", indicator: str) -> "pd.DataFrame":
    return count_over(table(frame, indicator), DECADE, least=DECADE)


def _variation(assistance: "pd.DataFrame") -> "pd.DataFrame":
    """Standard deviation over mean; missing where there was no assistance to vary."""
    mean = positive(mean_over(assistance, DECADE, least=DECADE))
    return spread_over(assistance, DECADE, least=DECADE) / mean
