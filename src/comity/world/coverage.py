"""What the panel holds: for which partners, indicators and years, and how old the values are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from comity.terms.arrays import FloatArray, IntArray
from comity.world.panel import Panel

_EVER = 9999


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much is known of one indicator, or about one partner, as of a year.

    Parameters
    ----------
    name
        Id of the indicator or the partner.
    known
        Partners (or indicators) with a value no older than ``max_age``.
    stale
        Those whose latest value is older.
    unknown
        Those without any value by that year.
    share
        ``known`` as a share of all, 0-1.
    median_age, oldest_age
        Ages in years of the values that are known; ``None`` where there is none.
    first, last
        First and last year with any value, whatever the year asked for; 0 where there is none.
    """

    name: str
    known: int
    stale: int
    unknown: int
    share: float
    median_age: float | None
    oldest_age: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The latest value of one indicator for one partner, as of a year.

    Parameters
    ----------
    partner, indicator
        Ids.
    status
        ``"known"``, ``"stale"`` (older than ``max_age``), ``"later"`` (only after the year asked
        for) or ``"unknown"`` (never).
    observed, age
        Year of the value and its age in years; ``None`` where there is none by that year.
    value, error
        The value and its standard error.
    first, last, years
        First and last year with a value, and how many years have one.
    """

    partner: str
    indicator: str
    status: str
    observed: int | None
    age: int | None
    value: float | None
    error: float | None
    first: int | None
    last: int | None
    years: int


@dataclass(frozen=True, slots=True)
class YearCoverage:
    """How much is known of one year.

    Parameters
    ----------
    year
        The year.
    values
        Values of exactly that year.
    partners, indicators
        Partners and indicators with at least one of them.
    """

    year: int
    values: int
    partners: int
    indicators: int


def coverage_of_indicators(
    panel: Panel, year: int, partners: Sequence[str], *, indicators: Sequence[str], max_age: int = 5
) -> list[Coverage]:
    """Coverage of each indicator among some partners, as of a year.

    Raises
    ------
    UnknownName
        If the panel has no such indicator.
    InputError
        If the year lies outside the panel.
    """
    ages = panel.at(indicators, year, max_age=_EVER, partners=partners).age
    spans = [_span(panel, name, partners) for name in indicators]
    return [
        _coverage(name, ages[:, column], max_age, spans[column])
        for column, name in enumerate(indicators)
    ]


def coverage_of_partners(
    panel: Panel, year: int, partners: Sequence[str], *, indicators: Sequence[str], max_age: int = 5
) -> list[Coverage]:
    """Coverage of each partner over some indicators, as of a year; refuses as above."""
    ages = panel.at(indicators, year, max_age=_EVER, partners=partners).age
    years = {name: _years_of_partner(panel, name, indicators) for name in partners}
    return [
        _coverage(name, ages[row], max_age, _ends(years[name])) for row, name in enumerate(partners)
    ]


def coverage_of_years(
    panel: Panel, partners: Sequence[str], *, indicators: Sequence[str]
) -> list[YearCoverage]:
    """How many values each year has, among some partners and indicators."""
    mine = np.isin(panel.partner, _positions(panel.partners, partners))
    mine &= np.isin(panel.indicator, _positions(panel.indicators, indicators))
    rows = []
    for year in np.unique(panel.year[mine]).tolist():
        here = mine & (panel.year == year)
        rows.append(
            YearCoverage(
                year=year,
                values=int(here.sum()),
                partners=len(np.unique(panel.partner[here])),
                indicators=len(np.unique(panel.indicator[here])),
            )
        )
    return rows


def cells(
    panel: Panel, year: int, partners: Sequence[str], *, indicators: Sequence[str], max_age: int = 5
) -> list[Cell]:
    """Latest value of each indicator for each partner, as of a year; refuses as above."""
    snapshot = panel.at(indicators, year, max_age=_EVER, partners=partners)
    answer = []
    for column, indicator in enumerate(indicators):
        for row, partner in enumerate(partners):
            observed = int(snapshot.observed[row, column])
            years, _ = panel.series(indicator, partner)
            age = year - observed if observed else None
            answer.append(
                Cell(
                    partner=partner,
                    indicator=indicator,
                    status=_status(age, max_age, len(years)),
                    observed=observed or None,
                    age=age,
                    value=_known(snapshot.values[row, column]),
                    error=_known(snapshot.errors[row, column]),
                    first=int(years[0]) if len(years) else None,
                    last=int(years[-1]) if len(years) else None,
                    years=len(years),
                )
            )
    return answer


def share_by_year(
    panel: Panel, partners: Sequence[str], *, indicators: Sequence[str]
) -> tuple[list[int], FloatArray]:
    """Years, and the share of the partners with a value of exactly that year ``(J, years)``."""
    first, last = panel.years
    years = list(range(first, last + 1))
    wanted = _positions(panel.partners, partners)
    shares = np.zeros((len(indicators), len(years)))
    for row, name in enumerate(indicators):
        at = panel.rows_of(name)
        here = panel.year[at][np.isin(panel.partner[at], wanted)]
        shares[row] = np.bincount(here - first, minlength=len(years)) / max(1, len(partners))
    return years, shares


def _coverage(name: str, ages: IntArray, max_age: int, span: tuple[int, int]) -> Coverage:
    """Sum up ages, of which -1 is missing."""
    fresh = ages[(ages >= 0) & (ages <= max_age)]
    return Coverage(
        name=name,
        known=len(fresh),
        stale=int((ages > max_age).sum()),
        unknown=int((ages < 0).sum()),
        share=len(fresh) / len(ages) if len(ages) else 0.0,
        median_age=float(np.median(fresh)) if len(fresh) else None,
        oldest_age=int(fresh.max()) if len(fresh) else None,
        first=span[0],
        last=span[1],
    )


def _span(panel: Panel, indicator: str, partners: Sequence[str]) -> tuple[int, int]:
    at = panel.rows_of(indicator)
    mine = np.isin(panel.partner[at], _positions(panel.partners, partners))
    return _ends(panel.year[at][mine])


def _years_of_partner(panel: Panel, partner: str, indicators: Sequence[str]) -> IntArray:
    mine = np.isin(panel.partner, _positions(panel.partners, [partner]))
    return panel.year[mine & np.isin(panel.indicator, _positions(panel.indicators, indicators))]


def _ends(years: IntArray) -> tuple[int, int]:
    return (int(years.min()), int(years.max())) if len(years) else (0, 0)


def _positions(names: Sequence[str], wanted: Sequence[str]) -> IntArray:
    chosen = set(wanted)
    return np.array([i for i, name in enumerate(names) if name in chosen], dtype=np.int64)


def _status(age: int | None, max_age: int, years: int) -> str:
    if age is not None:
        return "known" if age <= max_age else "stale"
    return "later" if years else "unknown"


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
