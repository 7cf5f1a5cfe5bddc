"""Values of one indicator in one year, and its way through the years."""

from dataclasses import dataclass

import numpy as np

from comity.reports.indicator_years import indicator_years
from comity.world.partners import partners
from comity_web.site.computed import computed
from comity_web.site.drawing import Drawn, draw
from comity_web.world.evidence import panel

#: Latest values are looked for this many years back; a Comity default.
MAX_AGE = 5


@dataclass(frozen=True, slots=True)
class Value:
    """One partner's latest value by a year.

    Parameters
    ----------
    partner, name
        Whose.
    value, error
        The figure and its standard error; the error is None where there is none.
    year, vintage
        When it was observed, and the publisher's edition.
    """

    partner: str
    name: str
    value: float
    error: float | None
    year: int
    vintage: str


def years_of(indicator: str) -> tuple[int, int]:
    """Return the first and last year with a value."""
    years = panel().year[panel().rows_of(indicator)]
    return int(years.min()), int(years.max())


def values_in(indicator: str, year: int) -> tuple[Value, ...]:
    """Return the latest value of each partner by a year, highest first."""
    key = ("values", panel().edition, indicator, year)
    return computed(key, lambda: _values(indicator, year))


def through_the_years(indicator: str) -> Drawn:
    """Draw the median and the spread of each year."""
    held, about = panel(), panel().catalogue[indicator]
    rows = held.rows_of(indicator)
    return draw(
        "years",
        (held.edition, indicator),
        lambda: indicator_years(about.title, about.unit, held.year[rows], held.value[rows]),
    )


def _values(indicator: str, year: int) -> tuple[Value, ...]:
    snapshot = panel().at([indicator], year, max_age=MAX_AGE)
    found = []
    for i in np.flatnonzero(snapshot.observed[:, 0]):
        error = float(snapshot.errors[i, 0])
        found.append(
            Value(
                snapshot.partners[i],
                partners()[snapshot.partners[i]].name,
                float(snapshot.values[i, 0]),
                None if np.isnan(error) else error,
                int(snapshot.observed[i, 0]),
                snapshot.vintages[snapshot.vintage[i, 0]],
            )
        )
    return tuple(sorted(found, key=lambda value: (-value.value, value.name)))
