"""How far a partner's defence institutions have been schooled, from US training reports."""

from typing import TYPE_CHECKING

from comity.world.windows import mean_over, positive, stacked, table

if TYPE_CHECKING:
    import pandas as pd

PER_FORCES = 1000
SERIES = {
    "institutions.regional_center_places_10": "fmtr.trainees_regional_centers",
    "institutions.imet_places_10": "fmtr.trainees_imet",
}


def derive(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Places at regional centres and in IMET courses over ten years, by the size of the forces.

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
    return stacked(
        {
            indicator: mean_over(table(frame, places), 10, least=8) / forces * PER_FORCES
            for indicator, places in SERIES.items()
        }
    )
