"""The panel: what is known about each partner in each year, with its source and age."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import DataMissing, InputError, UnknownName
from comity.terms.indicator import Indicator
from comity.world.source import source_of

if TYPE_CHECKING:
    import pandas as pd


COLUMNS = ("partner", "indicator", "year", "value", "error", "vintage")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Values of some indicators for some partners as they were known for one year.

    Parameters
    ----------
    partners, indicators
        Ids of the rows ``(n,)`` and of the columns ``(J,)``.
    year
        The year that was asked for.
    values
        ``(n, J)``; NaN where nothing is known.
    errors
        Standard errors ``(n, J)``; NaN where the publisher gives none.
    observed
        Year of each value ``(n, J)``; 0 where nothing is known.
    vintage
        Position of each value's edition in ``vintages`` ``(n, J)``; -1 where nothing is known.
    vintages
        Names of the editions, as their publishers give them.
    """

    partners: tuple[str, ...]
    indicators: tuple[str, ...]
    year: int
    values: FloatArray
    errors: FloatArray
    observed: IntArray
    vintage: IntArray
    vintages: tuple[str, ...]

    @property
    def age(self) -> IntArray:
        """Years between the year asked for and the year of each value; -1 where missing."""
        return np.where(self.observed > 0, self.year - self.observed, -1)


@dataclass(frozen=True, eq=False)
class Panel:
    """Figures for partners, indicators and years, in columns of equal length ``(rows,)``.

    Parameters
    ----------
    catalogue
        Every indicator by its id.
    partners
        Ids of the partners; ``partner`` points into it.
    indicators
        Ids of the indicators; ``indicator`` points into it.
    vintages
        Names of the vintages; ``vintage`` points into it.
    partner, indicator, vintage
        Positions ``(rows,)``. Rows are sorted by indicator, partner and year.
    year
        Calendar year, or US fiscal year where the indicator says so ``(rows,)``.
    value, error
        Value and its standard error (NaN where there is none) ``(rows,)``.
    """

    catalogue: dict[str, Indicator]
    partners: tuple[str, ...]
    indicators: tuple[str, ...]
    vintages: tuple[str, ...]
    partner: IntArray
    indicator: IntArray
    vintage: IntArray
    year: IntArray
    value: FloatArray
    error: FloatArray

    def __repr__(self) -> str:
        span = f"{self.year.min()}-{self.year.max()}" if len(self.year) else "no years"
        return (
            f"<Panel {self.edition}: {len(self.value):,} values, {len(self.partners)} partners,"
            f" {len(self.indicators)} indicators, {span}>"
        )

    @cached_property
    def edition(self) -> str:
        """Digest of every value, so that a result can say what it was computed from."""
        digest = sha256()
        for names in (self.partners, self.indicators, self.vintages):
            digest.update("\n".join(names).encode())
        columns = (self.partner, self.indicator, self.vintage, self.year, self.value, self.error)
        for column in columns:
            digest.update(np.ascontiguousarray(column).tobytes())
        return digest.hexdigest()[:12]

    @cached_property
    def _bounds(self) -> IntArray:
        """First row of each indicator ``(len(indicators) + 1,)``."""
        return np.searchsorted(self.indicator, np.arange(len(self.indicators) + 1))

    def rows_of(self, indicator: str) -> slice:
        """Rows of one indicator.

        Raises
        ------
        UnknownName
            If there is no such indicator; the nearest ids are suggested.
        DataMissing
            If it is described but the panel holds none of its values; says how to bring them.
        """
        try:
            position = self.indicators.index(indicator)
        except ValueError:
            source = source_of(indicator)
            if source is None:
                raise UnknownName("indicator", indicator, self.indicators) from None
            raise DataMissing(
                f"The panel holds no values of {indicator!r}. Bring them from {source.publisher}: "
                f"comity world import {source.id} FILE"
            ) from None
        return slice(int(self._bounds[position]), int(self._bounds[position + 1]))

    @property
    def years(self) -> tuple[int, int]:
        """First and last year with any value."""
        return int(self.year.min()), int(self.year.max())

    def at(
        self,
        indicators: Sequence[str],
        year: int,
        *,
        max_age: int | Sequence[int] = 5,
        partners: Sequence[str] | None = None,
    ) -> Snapshot:
        """Latest value of each indicator for each partner, no older than ``max_age`` years.

        Parameters
        ----------
        indicators
            Ids, one for each column of the answer.
        year
            The year asked for; later values are never used.
        max_age
            Oldest acceptable age in years, one for all or one for each indicator.
        partners
            Ids, one for each row; all partners of the panel when left out.

        Raises
        ------
        UnknownName
            If an indicator is not in the panel.
        InputError
            If the year lies outside the panel.
        """
        first, last = self.years
        if not first <= year <= last:
            raise InputError(f"The year {year} is outside the panel, which covers {first}-{last}.")
        chosen = tuple(partners) if partners is not None else self.partners
        ages = [max_age] * len(indicators) if isinstance(max_age, int) else list(max_age)
        shape = (len(self.partners), len(indicators))
        values, errors = np.full(shape, np.nan), np.full(shape, np.nan)
        observed = np.zeros(shape, dtype=np.int64)
        vintage = np.full(shape, -1, dtype=np.int64)
        for column, (indicator, age) in enumerate(zip(indicators, ages, strict=True)):
            rows = self.rows_of(indicator)
            years = self.year[rows]
            fresh = (years <= year) & (years >= year - age)
            # Rows are sorted by partner and year, so the last assignment is the latest value.
            at = self.partner[rows][fresh]
            values[at, column] = self.value[rows][fresh]
            errors[at, column] = self.error[rows][fresh]
            observed[at, column] = years[fresh]
            vintage[at, column] = self.vintage[rows][fresh]
        take, here = self._take(chosen)
        values, errors = values[take], errors[take]
        observed, vintage = observed[take], vintage[take]
        values[~here], errors[~here], observed[~here], vintage[~here] = np.nan, np.nan, 0, -1
        return Snapshot(
            chosen, tuple(indicators), year, values, errors, observed, vintage, self.vintages
        )

    def _take(self, chosen: tuple[str, ...]) -> tuple[IntArray, BoolArray]:
        """Row of each chosen partner, and whether the panel knows the partner."""
        position = {partner: i for i, partner in enumerate(self.partners)}
        take = np.array([position.get(partner, 0) for partner in chosen], dtype=np.int64)
        here = np.array([partner in position for partner in chosen], dtype=bool)
        return take, here

    def series(self, indicator: str, partner: str) -> tuple[IntArray, FloatArray]:
        """Years and values of one indicator for one partner, oldest first."""
        rows = self.rows_of(indicator)
        if partner not in self.partners:
            return np.array([], dtype=np.int64), np.array([])
        mine = self.partner[rows] == self.partners.index(partner)
        return self.year[rows][mine], self.value[rows][mine]

    def to_frame(
        self, indicators: Sequence[str] | None = None, years: tuple[int, int] | None = None
    ) -> "pd.DataFrame":
        """Long frame with the columns partner, indicator, year, value, error, vintage."""
        import pandas as pd

        frame = pd.DataFrame(
            {
                "partner": pd.Categorical.from_codes(
                    self.partner, categories=pd.Index(self.partners)
                ),
                "indicator": pd.Categorical.from_codes(
                    self.indicator, categories=pd.Index(self.indicators)
                ),
                "year": self.year,
                "value": self.value,
                "error": self.error,
                "vintage": pd.Categorical.from_codes(
                    self.vintage, categories=pd.Index(self.vintages)
                ),
            }
        )
        if indicators is not None:
            for name in indicators:
                self.rows_of(name)
            frame = frame[frame["indicator"].isin(list(indicators))]
        if years is not None:
            frame = frame[frame["year"].between(*years)]
        return frame.reset_index(drop=True)
