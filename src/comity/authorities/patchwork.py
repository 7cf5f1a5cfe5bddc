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

    def gaps(self) -> tuple[MatrixCell, ...]:
        """Cells that no authority serves surely; those with nothing at all first."""
        found = [cell for cell in self.cells if not cell.sure]
        return tuple(sorted(found, key=lambda cell: (len(cell.unsure), cell.row, cell.column)))


def overlap(
    on: date,
    *,
    rows: str = "activity",
    columns: str = "purpose",
    book: Catalogue | None = None,
    recipient: str = "",
    partner_code: str = "",
    open_only: bool = False,
) -> OverlapMatrix:
    """Count the authorities that serve each pair of words.

    Parameters
    ----------
    on
        The day.
    rows, columns
        Two of ``activity``, ``purpose``, ``recipient``.
    book
        The catalogue; Comity's own when left out.
    recipient
        Count only what may reach this recipient.
    partner_code
        Leave out authorities that name other countries.
    open_only
        Leave out every authority that names its countries, except those that name the partner.
    """
    _check_axes(rows, columns)
    wanted = word("recipient", recipient) if recipient else ""
    found = [r for r in reaches(chosen(book), on) if _open_to(r, partner_code, open_only=open_only)]
    sure: dict[tuple[str, str], list[str]] = {}
    unsure: dict[tuple[str, str], list[str]] = {}
    for reach in found:
        certain = _pairs(reach.cells, rows, columns, wanted)
        for pair in certain:
            sure.setdefault(pair, []).append(reach.authority.id)
        for pair in _pairs(reach.unsure, rows, columns, wanted) - certain:
            unsure.setdefault(pair, []).append(reach.authority.id)
    cells = [
        MatrixCell(*pair, tuple(sure.get(pair, ())), tuple(unsure.get(pair, ())))
        for pair in product(words(rows), words(columns))
    ]
    return OverlapMatrix(rows, columns, tuple(cells), on)


def _check_axes(rows: str, columns: str) -> None:
    if rows not in AXES or columns not in AXES or rows == columns:
        raise InputError(f"Rows and columns are two different ones of {', '.join(AXES)}.")


def _open_to(reach: Reach, code: str, *, open_only: bool) -> bool:
    """Whether a record is open to the partner, as far as it names countries."""
    fit = reach.authority.fit
    if fit is None or not (code or open_only):
        return True
    rule = fit.partners
    if code in rule.excluded:
        return False
    return code in rule.only or not rule.only or rule.otherwise is not None


def _pairs(cells: Iterable[Cell], rows: str, columns: str, recipient: str) -> set[tuple[str, str]]:
    """Return the pairs of words that cells come down to, for one recipient or for all."""
    at_row, at_column = AXES.index(rows), AXES.index(columns)
    return {(c[at_row], c[at_column]) for c in cells if not recipient or c[2] == recipient}


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What defense law and foreign-affairs law each offer for one activity."""

    activity: str
    title_10: tuple[str, ...]
    title_22: tuple[str, ...]


def side_by_side(on: date, book: Catalogue | None = None) -> tuple[SideBySide, ...]:
    """Set Title 10 and Title 22 side by side, activity by activity."""
    found = reaches(chosen(book), on)
    return tuple(
        SideBySide(
            activity,
            tuple(r.authority.id for r in found if _does(r, activity, "Title 10")),
            tuple(r.authority.id for r in found if _does(r, activity, "Title 22")),
        )
        for activity in words("activity")
    )


def _does(reach: Reach, activity: str, title: str) -> bool:
    return side(reach.authority) == title and any(c[0] == activity for c in reach.all_cells)


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell without a sure authority.

    Parameters
    ----------
    unsure
        Ids that might serve it and must be checked; none where nothing in the catalogue does.
    """

    activity: str
    purpose: str
    recipient: str
    unsure: tuple[str, ...]


def gaps(
    on: date, *, recipient: str, partner_code: str = "", book: Catalogue | None = None
) -> tuple[Gap, ...]:
    """Return the cells of activity and purpose that no authority surely serves for a recipient.

    Authorities that name their countries fill a cell only for a partner that they name.
    """
    matrix = overlap(on, book=book, recipient=recipient, partner_code=partner_code, open_only=True)
    wanted = word("recipient", recipient)
    return tuple(Gap(cell.row, cell.column, wanted, cell.unsure) for cell in matrix.gaps())
