"""Funding by partner from the panel: which series, which years, and what they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.errors import DataMissing, InputError
from comity.world.groupings import groupings
from comity.world.panel import Panel

#: The Greenbook's last fiscal year in the embedded panel; the sales book carries FMF after it.
GREENBOOK, SALES_BOOK = "greenbook.security_total", "sales_book.fmf"
_SPAN = 3


@dataclass(frozen=True, slots=True)
class Funding:
    """Mean yearly funding of each partner.

    Parameters
    ----------
    amounts
        By partner id, in the unit of the series; a partner without any row in these years is
        absent unless the series means zero by that.
    series
        Ids of the indicators that were added up.
    years
        First and last fiscal year.
    unit
        Such as ``"constant 2020 US$, obligations"``.
    note
        What a reader must know.
    """

    amounts: dict[str, float]
    series: tuple[str, ...]
    years: tuple[int, int]
    unit: str
    note: str


#: Below this a partner of high income is taken to pay for itself; a Comity default, US$ a year.
SELF_PAYING_BELOW = 1_000_000.0
_HIGH_INCOME = "WB_HIGH_INCOME"


def self_paying(amounts: Mapping[str, float], year: int) -> dict[str, str]:
    """Partners of high income that are hardly funded, with the reason for leaving them out.

    Without this rule wealthy allies, who buy what they need, would head every list of
    "under-investment". It is a Comity default.
    """
    rich = groupings().members(_HIGH_INCOME, year)
    reason = f"high income and under US$ {SELF_PAYING_BELOW:,.0f} a year, so it pays for itself"
    return {p: reason for p in rich if amounts.get(p, 0.0) < SELF_PAYING_BELOW}


def funding_of(
    panel: Panel,
    year: int,
    *,
    series: Sequence[str] = (),
    years: tuple[int, int] | None = None,
) -> Funding:
    """Mean yearly funding of every partner in the years up to ``year``.

    Parameters
    ----------
    panel
        What is known.
    year
        The year of the assessment.
    series
        Indicators to add up. Left out: all security accounts of the Greenbook where it covers the
        years, else Foreign Military Financing of the Historical Sales Book, which has country
        figures for later years but no other account.
    years
        First and last fiscal year; the three years up to ``year`` where left out.

    Raises
    ------
    DataMissing
        If the series have no value in these years.
    """
    first, last = years or (year - _SPAN + 1, year)
    if first > last:
        raise InputError(f"The first year ({first}) comes after the last ({last}).")
    chosen = tuple(series) or (_default_series(panel, last),)
    if not series and years is None:
        # Whatever years of the span the chosen source covers.
        covered = panel.year[panel.rows_of(chosen[0])]
        first = max(first, int(covered.min())) if len(covered) else first
    amounts: dict[str, float] = {}
    for indicator in chosen:
        rows = panel.rows_of(indicator)
        inside = (panel.year[rows] >= first) & (panel.year[rows] <= last)
        total = np.bincount(
            panel.partner[rows][inside],
            weights=panel.value[rows][inside],
            minlength=len(panel.partners),
        )
        seen = np.bincount(panel.partner[rows][inside], minlength=len(panel.partners)) > 0
        for i in np.flatnonzero(seen):
            name = panel.partners[i]
            amounts[name] = amounts.get(name, 0.0) + float(total[i]) / (last - first + 1)
    if not amounts:
        raise DataMissing(
            f"There is no funding in {', '.join(chosen)} for {first}-{last}; "
            "choose other years or give your own figures."
        )
    units = {panel.catalogue[i].unit for i in chosen}
    if len(units) > 1:
        raise InputError(
            f"The series {', '.join(chosen)} have different units ({'; '.join(sorted(units))}) "
            "and cannot be added up."
        )
    return Funding(amounts, chosen, (first, last), units.pop(), _note(chosen))


def _default_series(panel: Panel, last: int) -> str:
    held = set(panel.indicators)
    for name in (GREENBOOK, SALES_BOOK):
        if name in held:
            years = panel.year[panel.rows_of(name)]
            if len(years) and years.max() >= last:
                return name
    if GREENBOOK in held:
        return GREENBOOK
    raise DataMissing("The panel holds no funding series; give your own figures.")


def _note(series: tuple[str, ...]) -> str:
    if series == (SALES_BOOK,):
        return (
            "Foreign Military Financing only (Historical Sales Book): "
            "no public source has all accounts by country after FY2020."
        )
    if series == (GREENBOOK,):
        return "All security accounts (Greenbook): obligations, not deliveries."
    return "The sum of " + ", ".join(series) + "."
