"""How far a partner's defence institutions have been schooled, from US training reports."""

from typing import TYPE_CHECKING

from comity.world.windows import mean_over, positive, stacked, table

if TYPE_CHECKING:
    import pandas as pd

PER_FORCES = 1000
PER_MILLION = 1_000_000


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Places at regional centres and in IMET courses over ten years, by size of forces or people.

    Parameters
    ----------
    frame
        Long panel with the columns partner, indicator, year, value.

    Returns
    -------
    pandas.DataFrame
        Columns partner, indicator, year, value, error.
    """
    forces = positive(table(frame, "gapminder.armed_forces"))
    people = positive(table(frame, "wdi_extract.population"))
    centres = mean_over(table(frame, "fmtr.trainees_regional_centers"), 10, least=8)
    imet = mean_over(table(frame, "fmtr.trainees_imet"), 10, least=8)
    return stacked(
        {
            "institutions.regional_center_places_10": centres / forces * PER_FORCES,
            "institutions.regional_center_places_per_million_10": centres / people * PER_MILLION,
            "institutions.imet_places_10": imet / forces * PER_FORCES,
            "institutions.imet_places_per_million_10": imet / people * PER_MILLION,
        }
    )
