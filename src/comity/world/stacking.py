"""From long frames to a panel: sorted, coded, and rounded as the file will keep it."""

from typing import TYPE_CHECKING

import numpy as np

from comity.terms.arrays import IntArray
from comity.terms.errors import InputError
from comity.terms.indicator import Indicator
from comity.world.decimals import rounded
from comity.world.panel import Panel

if TYPE_CHECKING:
    import pandas as pd


def to_panel(frame: "pd.DataFrame", catalogue: dict[str, Indicator]) -> Panel:
    """Make the panel of a long frame.

    Parameters
    ----------
    frame
        Columns partner, indicator, year, value, error, vintage; one row for each partner,
        indicator and year.
    catalogue
        Every indicator of the frame, and perhaps more.

    Raises
    ------
    InputError
        If a partner has two values of an indicator for one year, or an indicator is unknown.
    """
    partners, partner = _coded(frame, "partner")
    indicators, indicator = _coded(frame, "indicator")
    vintages, vintage = _coded(frame, "vintage")
    year = frame["year"].to_numpy(dtype=np.int64)
    order = np.lexsort((year, partner, indicator))
    panel = Panel(
        catalogue={name: _described(catalogue, name) for name in indicators},
        partners=partners,
        indicators=indicators,
        vintages=vintages,
        partner=partner[order],
        indicator=indicator[order],
        vintage=vintage[order],
        year=year[order],
        value=rounded(frame["value"].to_numpy(dtype=np.float64)[order]),
        error=rounded(frame["error"].to_numpy(dtype=np.float64)[order]),
    )
    _refuse_repeats(panel)
    return panel


def to_frame(panel: Panel) -> "pd.DataFrame":
    """Return the panel's long frame with names as text, which :func:`to_panel` takes back."""
    frame = panel.to_frame()
    return frame.astype(dict.fromkeys(("partner", "indicator", "vintage"), "str"))


def _coded(frame: "pd.DataFrame", column: str) -> tuple[tuple[str, ...], IntArray]:
    import pandas as pd

    codes, names = pd.factorize(frame[column], sort=True)
    return tuple(str(name) for name in names), np.asarray(codes, dtype=np.int64)


def _described(catalogue: dict[str, Indicator], name: str) -> Indicator:
    if name not in catalogue:
        raise InputError(f"The indicator {name!r} has values but no description.")
    return catalogue[name]


def _refuse_repeats(panel: Panel) -> None:
    same = np.ones(max(0, len(panel.year) - 1), dtype=bool)
    for column in (panel.indicator, panel.partner, panel.year):
        same &= column[1:] == column[:-1]
    if same.any():
        row = int(same.argmax())
        raise InputError(
            f"{panel.partners[panel.partner[row]]} has two values of"
            f" {panel.indicators[panel.indicator[row]]} for {panel.year[row]};"
            f" {int(same.sum())} such repeats in all."
        )
