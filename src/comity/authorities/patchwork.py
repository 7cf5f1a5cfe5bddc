"""The patchwork seen: where authorities overlap, where there is none, and how the two titles compare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from comity.authorities.catalogue import Catalogue, chosen
from comity.authorities.cells import Cell, Reach, reaches, side
from comity.authorities.vocabulary import word, words
from comity.terms.errors import InputError

AXES = ("activity", "purpose", "recipient")


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One cell of the overlap matrix.

    Parameters
    ----------
    row, column
        Words of the two axes.
    sure, unsure
        Ids that serve it, and ids that must be checked.
    """

    row: str
    column: str
    sure: tuple[str, ...]
    unsure: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of authorities that serve it surely."""
        return len(self.sure)


@dataclass(frozen=True, slots=True)
class OverlapMatrix:
    """Which authorities serve the same two things.

    Parameters
    ----------
    rows, columns
        Axes: two of activity, purpose and recipient.
    cells
        Every cell, row by row.
    on
        The day.
    """

    rows: str
    columns: str
    cells: tuple[MatrixCell, ...]
    on: date

    def table(self) -> list[dict[str, Any]]:
        """Return one row for each row word: sure counts, with unsure ones after a plus."""
        found: dict[str, dict[str, Any]] = {}
        for cell in self.cells:
            line = found.setdefault(cell.row, {self.rows: cell.row})
            line[cell.column] = f"{cell.count}" + (f"+{len(cell.unsure)}" if cell.unsure else "")
        return list(found.values())

    def gaps(
    on: date, *, recipient: str, partner_code: str = "", book: Catalogue | None = None
) -> tuple[Gap, ...]:
    """Return the cells of activity and purpose that no authority surely serves for a recipient.

    Authorities that name their countries fill a cell only for a partner that they name.
    """
    matrix = overlap(
        on, book=book, recipient=recipient, partner_code=partner_code, open_only=True
    )
    wanted = word("recipient", recipient)
    return tuple(Gap(cell.row, cell.column, wanted, cell.unsure) for cell in matrix.gaps())
