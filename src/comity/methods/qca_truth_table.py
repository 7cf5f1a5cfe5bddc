"""The truth table: every combination of conditions that was seen, and what went with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.methods.qca_cases import Cases
from comity.methods.qca_fit import Sufficiency, sufficiency
from comity.methods.qca_term import Term
from comity.terms.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

# A cut-off of 0.8 must be met by a sum of decimals that comes to 0.7999999999.
_TOLERANCE = 1.5e-8


class Out(StrEnum):
    """What a row of the truth table says about the outcome."""

    PRESENT = "1"
    ABSENT = "0"
    CONTRADICTION = "C"
    REMAINDER = "?"


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where the lines are drawn; the defaults are Comity defaults.

    Parameters
    ----------
    inclusion
        Least inclusion of a row that counts as positive.
    n
        Fewest cases that make a row more than a remainder.
    pri
        Least PRI of a positive row; 0 asks for none.
    absence
        Inclusion below which a row counts as negative; between the two a row is a
        contradiction. The same as ``inclusion`` when left out.
    """

    inclusion: float = 0.8
    n: int = 1
    pri: float = 0.0
    absence: float | None = None

    def __post_init__(self) -> None:
        for name in ("inclusion", "pri", "absence"):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= 1:
                raise InputError(f"The {name} cut-off is {value:g}; give a share from 0 to 1.")
        if self.n < 1:
            raise InputError(f"The frequency cut-off is {self.n}; give 1 or more cases.")
        if self.absence is not None and self.absence > self.inclusion:
            raise InputError(
                f"The cut-off for absence ({self.absence:g}) is above the one for presence "
                f"({self.inclusion:g}); give the same number or a lower one."
            )

    def judge(self, n: int, fit: Sufficiency) -> Out:
        """Say what a row stands for."""
        if n < self.n:
            return Out.REMAINDER
        if fit.inclusion >= self.inclusion - _TOLERANCE and (
            self.pri == 0 or fit.pri >= self.pri - _TOLERANCE
        ):
            return Out.PRESENT
        low = self.inclusion if self.absence is None else self.absence
        return (
            Out.CONTRADICTION
            if fit.inclusion >= low - _TOLERANCE and low < self.inclusion
            else Out.ABSENT
        )


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One combination of conditions.

    Parameters
    ----------
    corner
        The combination as bits, the first condition most significant.
    out
        What it stands for.
    n
        Cases with more than half membership in it.
    fit
        Inclusion, PRI and coverage over all cases.
    cases
        Names of the ``n`` cases.
    deviant
        Those of them that are on the other side of the outcome than ``out`` says.
    """

    corner: int
    out: Out
    n: int
    fit: Sufficiency
    cases: tuple[str, ...] = ()
    deviant: tuple[str, ...] = ()

    @property
    def row(self) -> int:
        """Number of the row in the complete table, counted from one."""
        return self.corner + 1


@dataclass(frozen=True, slots=True)
class TruthTable:
    """The observed rows, in order; every row that is not here is a remainder without cases."""

    cases: Cases
    cuts: Cuts
    rows: tuple[TruthRow, ...]

    @property
    def conditions(self) -> tuple[str, ...]:
        """Names of the conditions."""
        return self.cases.conditions

    def corners(self, out: Out) -> tuple[int, ...]:
        """Observed combinations with this verdict."""
        return tuple(row.corner for row in self.rows if row.out is out)

    def complete(self) -> Iterator[TruthRow]:
        """Yield every row, the unseen ones too."""
        seen = {row.corner: row for row in self.rows}
        nothing = Sufficiency(float("nan"), float("nan"), float("nan"))
        for corner in range(1 << len(self.conditions)):
            yield seen.get(corner) or TruthRow(corner, Out.REMAINDER, 0, nothing)

    def to_dicts(self, *, complete: bool = False) -> list[dict[str, Any]]:
        """Return rows as plain values: row, the conditions, OUT, n, incl, PRI, cases, deviant."""
        top = len(self.conditions) - 1
        return [
            {
                "row": row.row,
                **{name: row.corner >> (top - i) & 1 for i, name in enumerate(self.conditions)},
                "OUT": row.out.value,
                "n": row.n,
                "incl": row.fit.inclusion if row.n else None,
                "PRI": row.fit.pri if row.n else None,
                "cases": list(row.cases),
                "deviant": list(row.deviant),
            }
            for row in (self.complete() if complete else self.rows)
        ]

    def to_frame(self, *, complete: bool = False) -> "pd.DataFrame":
        """Return the table as a frame indexed by the number of the row."""
        import pandas as pd

        return pd.DataFrame(self.to_dicts(complete=complete)).set_index("row")


def truth_table(cases: Cases, cuts: Cuts | None = None) -> TruthTable:
    """Assign each case to its combination of conditions and judge each combination.

    Parameters
    ----------
    cases
        Calibrated cases, crisp or fuzzy.
    cuts
        Cut-offs for inclusion, frequency and PRI.

    Returns
    -------
    TruthTable
        Inclusion and PRI are over all cases, in proportion to their membership in the row.

    References
    ----------
    :cite:p:`ragin2008redesigning`
    """
    drawn = cuts or Cuts()
    corners = cases.corners
    everything = (1 << len(cases.conditions)) - 1
    rows = []
    for corner in np.unique(corners):
        term = Term(everything, int(corner))
        fit = sufficiency(term.membership(cases.sets), cases.member)
        here = np.flatnonzero(corners == corner)
        out = drawn.judge(len(here), fit)
        rows.append(
            TruthRow(
                corner=int(corner),
                out=out,
                n=len(here),
                fit=fit,
                cases=tuple(cases.names[i] for i in here),
                deviant=tuple(cases.names[i] for i in here if _deviates(cases.member[i], out)),
            )
        )
    return TruthTable(cases, drawn, tuple(rows))


def _deviates(member: float, out: Out) -> bool:
    return (out is Out.PRESENT and member < 0.5) or (out is Out.ABSENT and member > 0.5)
